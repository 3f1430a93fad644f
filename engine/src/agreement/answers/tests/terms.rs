//! Fees and renewal.

use super::{answer, percent};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::assessment::Answer;
use crate::quantity::{Currency, Money};

#[test]
fn ml_03_and_ct_16_fees() {
    let with = |minor: i64| Agreement {
        fees: Fees {
            new_location: Says(Money::from_minor(minor, Currency::USD)),
            ..Fees::default()
        },
        ..Agreement::default()
    };
    assert_eq!(answer(&with(0), "ML-03"), Some(Answer::Yes));
    assert_eq!(answer(&with(150_000), "ML-03"), Some(Answer::Partly));
    let mut agreement = Agreement {
        fees: Fees {
            new_location: Silent,
            ..Fees::default()
        },
        ..Agreement::default()
    };
    assert_eq!(answer(&agreement, "ML-03"), Some(Answer::No));

    assert_eq!(answer(&agreement, "CT-16"), None);
    agreement.fees.yearly_rise_cap = Silent;
    assert_eq!(answer(&agreement, "CT-16"), None);
    agreement.fees.recurring = Silent;
    assert_eq!(answer(&agreement, "CT-16"), Some(Answer::No));
    agreement.fees.recurring = Says(Charge {
        per_month: Money::from_minor(95_000, Currency::USD),
        basis: ChargeBasis::Location,
    });
    assert_eq!(answer(&agreement, "CT-16"), Some(Answer::Partly));
    agreement.fees.yearly_rise_cap = Says(percent("3"));
    assert_eq!(answer(&agreement, "CT-16"), None);
}

#[test]
fn ct_10_renewal() {
    let check = |renewal, notice, reminder_days, expected| {
        let term = Term {
            renewal: Says(renewal),
            notice,
            reminder_days,
            ..Term::default()
        };
        assert_eq!(
            answer(
                &Agreement {
                    term,
                    ..Agreement::default()
                },
                "CT-10"
            ),
            expected
        );
    };
    check(Renewal::Ends, NotLookedAt, NotLookedAt, Some(Answer::Yes));
    check(
        Renewal::MonthToMonth,
        NotLookedAt,
        NotLookedAt,
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        Says(60),
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(1)),
        Says(60),
        Some(Answer::Yes),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        Silent,
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(30)),
        NotLookedAt,
        None,
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(31)),
        Says(60),
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(3)),
        NotLookedAt,
        Some(Answer::Partly),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Days(91)),
        Says(60),
        Some(Answer::No),
    );
    check(
        Renewal::Automatic(12),
        Says(Notice::Months(4)),
        Silent,
        Some(Answer::No),
    );
    check(
        Renewal::Automatic(12),
        Silent,
        NotLookedAt,
        Some(Answer::No),
    );
    check(Renewal::Automatic(12), NotLookedAt, NotLookedAt, None);
}

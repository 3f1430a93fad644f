use thiserror::Error;

/// How long a repair lasts, as a random length of time in seconds. All parameters are finite and positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Repair {
    /// The longer it has lasted, the longer it may still: no memory.
    Exponential {
        /// The mean in seconds.
        mean: f64,
    },
    /// Most are short and a few very long: the logarithm is normally distributed.
    Lognormal {
        /// Half of the repairs are shorter than this many seconds.
        median: f64,
        /// The standard deviation of the natural logarithm.
        sigma: f64,
    },
    /// A shape below 1 has a longer tail than the exponential, one above 1 a shorter.
    Weibull {
        /// The shape.
        shape: f64,
        /// In seconds; 63.2 % of the repairs are shorter.
        scale: f64,
    },
}

/// Why parameters make no distribution. Each kind has its own remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RepairError {
    /// A parameter that is zero, negative, infinite or no number.
    #[error("the {parameter} of the repair time has to be a number above zero")]
    NotPositive {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Parameters whose mean or scale is past what a number holds.
    #[error("the repair times are too large or too spread out to be reckoned with")]
    TooLarge,
}

impl Repair {
    /// Exponential with a mean in seconds.
    ///
    /// # Errors
    ///
    /// When the mean is not finite and positive.
    pub fn exponential(mean: f64) -> Result<Self, RepairError> {
        let mean = positive("mean", mean)?;
        Ok(Self::Exponential { mean })
    }

    /// Lognormal with a median in seconds and the standard deviation of the logarithm.
    ///
    /// # Errors
    ///
    /// When a parameter is not finite and positive, or the mean is past what a number holds.
    pub fn lognormal(median: f64, sigma: f64) -> Result<Self, RepairError> {
        let (median, sigma) = (positive("median", median)?, positive("sigma", sigma)?);
        with_a_mean(Self::Lognormal { median, sigma })
    }

    /// Weibull with a shape and a scale in seconds.
    ///
    /// # Errors
    ///
    /// When a parameter is not finite and positive, or the mean is past what a number holds.
    pub fn weibull(shape: f64, scale: f64) -> Result<Self, RepairError> {
        let (shape, scale) = (positive("shape", shape)?, positive("scale", scale)?);
        with_a_mean(Self::Weibull { shape, scale })
    }

    /// Weibull with a shape and a mean in seconds.
    ///
    /// # Errors
    ///
    /// When a parameter is not finite and positive, or the scale is below what a number holds.
    pub fn weibull_with_mean(shape: f64, mean: f64) -> Result<Self, RepairError> {
        let (shape, mean) = (positive("shape", shape)?, positive("mean", mean)?);
        let scale = mean / libm::tgamma(1.0 + 1.0 / shape);
        Self::weibull(shape, scale).map_err(|_| RepairError::TooLarge)
    }

    /// The mean in seconds.
    pub fn mean(&self) -> f64 {
        match *self {
            Self::Exponential { mean } => mean,
            Self::Lognormal { median, sigma } => median * libm::exp(sigma * sigma / 2.0),
            Self::Weibull { shape, scale } => scale * libm::tgamma(1.0 + 1.0 / shape),
        }
    }

    /// The chance that a repair lasts longer than so many seconds. It falls from 1 at nothing towards 0.
    pub fn survival(&self, seconds: f64) -> f64 {
        if seconds <= 0.0 {
            return 1.0;
        }
        match *self {
            Self::Exponential { mean } => libm::exp(-seconds / mean),
            Self::Lognormal { median, sigma } => {
                let deviations = libm::log(seconds / median) / sigma;
                libm::erfc(deviations * core::f64::consts::FRAC_1_SQRT_2) / 2.0
            }
            Self::Weibull { shape, scale } => libm::exp(-libm::pow(seconds / scale, shape)),
        }
    }
}

fn positive(parameter: &'static str, value: f64) -> Result<f64, RepairError> {
    if value.is_finite() && value > 0.0 {
        Ok(value)
    } else {
        Err(RepairError::NotPositive { parameter })
    }
}

fn with_a_mean(repair: Repair) -> Result<Repair, RepairError> {
    let mean = repair.mean();
    if mean.is_finite() && mean > 0.0 {
        Ok(repair)
    } else {
        Err(RepairError::TooLarge)
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    /// Whether two numbers agree to so many parts of the larger.
    pub(in crate::probability) fn near(one: f64, two: f64, tolerance: f64) -> bool {
        (one - two).abs() <= tolerance * one.abs().max(two.abs())
    }

    pub(in crate::probability) fn repairs() -> impl Strategy<Value = Repair> {
        prop_oneof![
            (1.0..1e6_f64).prop_map(|mean| Repair::exponential(mean).unwrap()),
            (1.0..1e6_f64, 0.05..3.0_f64)
                .prop_map(|(median, sigma)| Repair::lognormal(median, sigma).unwrap()),
            (0.3..4.0_f64, 1.0..1e6_f64)
                .prop_map(|(shape, scale)| Repair::weibull(shape, scale).unwrap()),
        ]
    }

    #[test]
    fn parameters_are_finite_and_positive() {
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let refused = |parameter| Err(RepairError::NotPositive { parameter });
            assert_eq!(Repair::exponential(bad), refused("mean"));
            assert_eq!(Repair::lognormal(bad, 1.0), refused("median"));
            assert_eq!(Repair::lognormal(1.0, bad), refused("sigma"));
            assert_eq!(Repair::weibull(bad, 1.0), refused("shape"));
            assert_eq!(Repair::weibull(1.0, bad), refused("scale"));
            assert_eq!(Repair::weibull_with_mean(1.0, bad), refused("mean"));
        }
        assert_eq!(Repair::lognormal(1.0, 100.0), Err(RepairError::TooLarge));
        assert_eq!(Repair::weibull(0.001, 1.0), Err(RepairError::TooLarge));
        assert_eq!(
            Repair::weibull_with_mean(0.001, 1.0),
            Err(RepairError::TooLarge)
        );
    }

    #[test]
    fn a_weibull_of_shape_one_is_exponential() {
        let (weibull, exponential) = (
            Repair::weibull_with_mean(1.0, 14_400.0).unwrap(),
            Repair::exponential(14_400.0).unwrap(),
        );
        for seconds in [1.0, 1_209.6, 43_200.0, 500_000.0] {
            assert!(near(
                weibull.survival(seconds),
                exponential.survival(seconds),
                1e-12
            ));
        }
    }

    proptest! {
        #[test]
        fn survival_falls_from_one(repair in repairs(), one in -10.0..1e7_f64, two in -10.0..1e7_f64) {
            let (low, high) = (one.min(two), one.max(two));
            prop_assert!(repair.survival(high) <= repair.survival(low));
            prop_assert!((0.0..=1.0).contains(&repair.survival(one)));
            prop_assert!(near(repair.survival(0.0), 1.0, 0.0));
        }

        #[test]
        fn the_mean_is_the_area_under_the_survival(repair in repairs()) {
            // Where the tail is heavy the area needs a finer rule than this one.
            prop_assume!(!matches!(repair, Repair::Lognormal { sigma, .. } if sigma > 1.5));
            prop_assume!(!matches!(repair, Repair::Weibull { shape, .. } if shape < 0.6));
            // The midpoints of even steps of the logarithm, from far below the mean to far above.
            let (mean, step) = (repair.mean(), 0.001);
            let area: f64 = (-14_000..10_000_i32)
                .map(|place| {
                    let seconds = mean * libm::exp((f64::from(place) + 0.5) * step);
                    repair.survival(seconds) * seconds * step
                })
                .sum();
            prop_assert!(near(area, mean, 1e-4), "{area} {mean}");
        }

        #[test]
        fn a_weibull_by_its_mean_has_that_mean(shape in 0.3..4.0_f64, mean in 1.0..1e6_f64) {
            prop_assert!(near(Repair::weibull_with_mean(shape, mean).unwrap().mean(), mean, 1e-12));
        }
    }
}

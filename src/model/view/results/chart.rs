//! The groups as bars, with a title that says the point.

use crate::format;
use crate::model::Results;
use crate::text::results as text;
use crate::words::Words;
use engine::rubric::Catalogue;
use engine::scoring::Interval;

/// The chart of the groups.
pub struct Chart {
    /// What it shows, as a sentence.
    pub title: String,
    /// The bars, in the catalogue's order.
    pub bars: Vec<Bar>,
}

/// One group.
pub struct Bar {
    /// Its two letters.
    pub code: String,
    /// Its name.
    pub title: String,
    /// The figure.
    pub figure: String,
    /// Whole percent of the low end.
    pub low: u32,
    /// Whole percent of the high end.
    pub high: u32,
    /// How many of its questions are answered.
    pub answered: String,
    interval: Interval,
    touched: bool,
}

/// The chart of the groups in which something counts.
pub fn chart(words: Words, catalogue: &Catalogue, results: &Results) -> Chart {
    let bars = results.findings.groups.iter().filter_map(|group| {
        let interval = group.score.interval()?;
        let (low, high, figure) = format::score(words, Some(interval));
        let progress = group.progress;
        let values = [
            ("answered", &*progress.answered.to_string()),
            ("all", &*progress.applicable.to_string()),
        ];
        Some(Bar {
            code: group.code.as_str().to_owned(),
            title: catalogue
                .group(group.code)
                .map(|found| found.title.clone())
                .unwrap_or_default(),
            figure,
            low,
            high,
            answered: words.fill(text::CHART_ANSWERED, &values),
            interval,
            touched: progress.answered > 0,
        })
    });
    let bars: Vec<Bar> = bars.collect();
    Chart {
        title: title(words, &bars),
        bars,
    }
}

/// Which group is weakest, claimed only as far as the open answers allow it.
fn title(words: Words, bars: &[Bar]) -> String {
    let full = |end: engine::scoring::Fraction| end.num() == end.den();
    if bars.iter().all(|bar| full(bar.interval.low)) {
        return words.get(text::CHART_ALL).to_owned();
    }
    let touched = bars.iter().filter(|bar| bar.touched);
    let worst = touched.min_by(|a, b| {
        a.interval
            .high
            .cmp(&b.interval.high)
            .then_with(|| a.interval.low.cmp(&b.interval.low))
    });
    let Some(worst) = worst.filter(|worst| !full(worst.interval.high)) else {
        return words.get(text::CHART_NONE).to_owned();
    };
    let mut others = bars.iter().filter(|bar| bar.code != worst.code);
    let certain = others
        .clone()
        .all(|bar| bar.interval.low > worst.interval.high);
    let settled = others.all(|bar| bar.interval.low >= worst.interval.high);
    let pattern = match (certain, settled) {
        (true, _) => text::CHART_WEAKEST,
        (false, true) => text::CHART_LOWEST,
        (false, false) => text::CHART_WEAKEST_SO_FAR,
    };
    words.fill(
        pattern,
        &[
            ("group", &worst.title),
            ("figure", &worst.figure),
            ("high", &worst.high.to_string()),
        ],
    )
}

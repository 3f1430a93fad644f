//! The groups as one chart with its table.

use crate::components::{Row, h3, hint, table};
use crate::model::view::results::{self as view, Bar};
use crate::model::{Model, Results};
use crate::text::results as text;
use engine::rubric::Catalogue;
use yew::prelude::*;

/// Height of one row of the chart; the whole is 320 wide.
const ROW: usize = 36;

/// The chart and its table.
pub fn section(model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    let chart = view::chart(words, catalogue, results);
    let view_box = ["0 0 320 ", &(chart.bars.len() * ROW).to_string()].concat();
    let columns = [
        (words.get(text::CHART_COLUMN_GROUP), ""),
        (words.get(text::CHART_COLUMN_SCORE), "number"),
        (words.get(text::CHART_COLUMN_ANSWERED), "number"),
    ];
    let cells = |bar: &Bar| {
        [&bar.title, &bar.figure, &bar.answered]
            .map(Html::from)
            .into()
    };
    let rows = chart.bars.iter();
    let rows = rows
        .map(|bar| Row::new(bar.code.clone(), cells(bar)))
        .collect();
    html! {
        <figure class="chart">
            <figcaption>
                { h3(&chart.title) }
                { hint(words.get(text::CHART_MEASURE)) }
            </figcaption>
            <svg class="chart__bars" viewBox={view_box} role="img" aria-label={chart.title.clone()}>
                <defs>
                    <pattern id="chart-open" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="chart__hatch" width="2" height="5" />
                    </pattern>
                </defs>
                for (at, bar) in chart.bars.iter().enumerate() {
                    <g key={bar.code.clone()} transform={["translate(0 ", &(at * ROW).to_string(), ")"].concat()}>{ row(bar) }</g>
                }
            </svg>
            <details>
                <summary id="chart-table">{ words.get(text::CHART_TABLE) }</summary>
                { table("chart-table".into(), "", &columns, rows) }
            </details>
        </figure>
    }
}

fn row(bar: &Bar) -> Html {
    // A hundred percent is 318 wide, so that the outline stays inside.
    let across = |percent: u32| (1 + percent * 318 / 100).to_string();
    let open = (bar.high.saturating_sub(bar.low) * 318 / 100).to_string();
    html! {
        <>
            <text x="1" y="13">{ bar.title.clone() }</text>
            <text x="319" y="13" text-anchor="end" class="chart__figure">{ bar.figure.clone() }</text>
            <rect class="chart__track" x="1" y="18" width="318" height="10" />
            <rect x={across(bar.low)} y="18" width={open} height="10" fill="url(#chart-open)" />
            <rect class="chart__sure" x="1" y="18" width={(bar.low * 318 / 100).to_string()} height="10" />
        </>
    }
}

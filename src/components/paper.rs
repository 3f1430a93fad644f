//! A paper as it is shown and printed: the blocks of a document as the elements that say the same.

use engine::report::document::{
    Align, Block, Callout, Document, Fact, Item, List, Mark, PageSize, Paragraph, Row, RowKind,
    Running, RunningLine, Signature, Span, Spans, Style, Table, Tone,
};
use engine::report::numbering::Numbering;
use yew::prelude::*;

/// The paper. What stands above and below every page is drawn for print only.
pub fn paper(document: &Document) -> Html {
    let mut numbers = Numbering::default();
    let title = document.title_shown.then_some(&document.title);
    let a4 = document.page == PageSize::A4;
    html! {
        <article class={classes!("paper", a4.then_some("paper--a4"), document.dense.then_some("paper--dense"))} aria-labelledby={title.map(|_| "paper-title")} lang={document.language.clone()}>
            { running("paper__head", &document.header) }
            <div class="paper__body">
                if let Some(title) = title {
                    <h2 id="paper-title" class="paper__title"><bdi>{ title }</bdi></h2>
                }
                if !document.subtitle.is_empty() {
                    <p class="paper__subtitle">{ &document.subtitle }</p>
                }
                for (at, of) in document.blocks.iter().enumerate() {
                    <div key={at} class={class_of(of)}>{ block(&mut numbers, of) }</div>
                }
            </div>
            { running("paper__foot", &document.footer) }
        </article>
    }
}

/// What stands above or below every page. A part with the number of the page is the browser's own.
fn running(class: &'static str, line: &RunningLine) -> Html {
    html! {
        <div {class} aria-hidden="true">
            <div class="paper__running"><bdi>{ words_of(&line.start) }</bdi><bdi>{ words_of(&line.end) }</bdi></div>
        </div>
    }
}

/// The words of a part, if it is made of nothing but words.
fn words_of(parts: &[Running]) -> String {
    let words = parts.iter().map(|part| match part {
        Running::Text(text) => Some(text.as_str()),
        Running::PageNumber | Running::PageCount => None,
    });
    words.collect::<Option<String>>().unwrap_or_default()
}

/// Blocks that may not be torn apart are told by their class.
fn class_of(block: &Block) -> &'static str {
    match block {
        Block::Heading(_) => "paper__heading",
        Block::Callout(_) => "paper__keep",
        Block::Signatures(_) => "paper__keep paper__signatures",
        Block::PageBreak => "paper__break",
        _ => "paper__block",
    }
}

fn block(numbers: &mut Numbering, block: &Block) -> Html {
    match block {
        Block::Heading(heading) => {
            let number = heading.numbered.then(|| {
                let level = numbers.heading(heading.level());
                numbers.count(level)
            });
            let words = html! {
                <>
                    if let Some(number) = number { <span class="paper__number">{ number }{ " " }</span> }
                    <bdi>{ &heading.text }</bdi>
                </>
            };
            // The page has a title of its own, and the paper's stands below it.
            match heading.level() {
                1 => html! { <h3>{ words }</h3> },
                2 => html! { <h4>{ words }</h4> },
                _ => html! { <h5>{ words }</h5> },
            }
        }
        Block::Paragraph(of) => paragraph(numbers, of),
        Block::List(of) => list(of),
        Block::Table(of) => table(of),
        Block::Facts(facts) => self::facts(facts),
        Block::Callout(of) => callout(of),
        Block::Blanks(labels) => html! {
            <dl class="paper__blanks">for label in labels.iter() { <div key={label.clone()}><dt>{ label }</dt><dd></dd></div> }</dl>
        },
        Block::Signatures(parties) => html! {
            <div class="paper__parties">for (at, party) in parties.iter().enumerate() { <div key={at}>{ signature(party) }</div> }</div>
        },
        Block::PageBreak => html! { <span></span> },
        Block::Rule => html! { <hr /> },
    }
}

fn paragraph(numbers: &mut Numbering, of: &Paragraph) -> Html {
    let class = match of.style {
        Style::Body => "",
        Style::Lead => "lead",
        Style::Small => "paper__small",
        Style::Quote => "paper__quote",
        Style::Clause => "paper__clause",
    };
    if of.numbered {
        let number = numbers.count(numbers.clause());
        return html! { <p {class}><span class="paper__number">{ number }</span>{ " " }{ spans(&of.spans) }</p> };
    }
    if of.style == Style::Quote {
        return html! { <blockquote {class}><p>{ spans(&of.spans) }</p></blockquote> };
    }
    html! { <p {class}>{ spans(&of.spans) }</p> }
}

fn spans(of: &Spans) -> Html {
    html! { <>for (at, one) in of.0.iter().enumerate() { <span key={at}>{ span(one) }</span> }</> }
}

fn span(of: &Span) -> Html {
    match of {
        Span::Text(text) => html! { <>{ text }</> },
        Span::Strong(text) => html! { <strong>{ text }</strong> },
        Span::Emphasis(text) => html! { <em>{ text }</em> },
        Span::Code(text) => html! { <code>{ text }</code> },
        Span::Placeholder(text) => {
            html! { <span class="paper__blank">{ ["[", text, "]"].concat() }</span> }
        }
        Span::Link { text, to } => {
            html! { <a href={to.as_str().to_owned()} rel="noreferrer">{ text }</a> }
        }
    }
}

fn list(of: &List) -> Html {
    let item = |(at, item): (usize, &Item)| {
        html! {
            <li key={at}>
                { spans(&item.spans) }
                if let Some(nested) = &item.nested { { list(nested) } }
            </li>
        }
    };
    let items: Vec<Html> = of.items.iter().enumerate().map(item).collect();
    if of.ordered {
        html! { <ol>{ items }</ol> }
    } else {
        html! { <ul>{ items }</ul> }
    }
}

fn table(of: &Table) -> Html {
    let align = |align: Align| if align == Align::End { "number" } else { "" };
    let columns = of.columns.iter().map(|column| column.name.as_str());
    let name = if of.caption.is_empty() {
        columns.collect::<Vec<_>>().join(", ")
    } else {
        of.caption.clone()
    };
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={name}>
            <table class="paper__table">
                if !of.caption.is_empty() { <caption>{ &of.caption }</caption> }
                <thead><tr>
                    for (at, column) in of.columns.iter().enumerate() { <th key={at} scope="col" class={align(column.align)}>{ &column.name }</th> }
                </tr></thead>
                <tbody>
                    for (at, row) in of.rows.iter().enumerate() { <tr key={at} class={row_class(row)}>{ cells(of, row) }</tr> }
                </tbody>
            </table>
        </div>
    }
}

fn row_class(row: &Row) -> &'static str {
    match row.kind {
        RowKind::Plain => "",
        RowKind::Group => "paper__group",
        RowKind::Total => "paper__total",
    }
}

fn cells(table: &Table, row: &Row) -> Html {
    if row.kind == RowKind::Group {
        let name = row.cells.first().cloned().unwrap_or_default();
        return html! { <th scope="rowgroup" colspan={table.columns.len().to_string()}>{ spans(&name) }</th> };
    }
    let cell = |(at, column): (usize, &engine::report::document::Column)| {
        let words = row.cells.get(at).map(spans).unwrap_or_default();
        let class = if column.align == Align::End {
            "number"
        } else {
            ""
        };
        if at == 0 {
            html! { <th key={at} scope="row" {class}>{ mark(row.mark.as_ref()) }{ words }</th> }
        } else {
            html! { <td key={at} {class}>{ words }</td> }
        }
    };
    let all: Vec<Html> = table.columns.iter().enumerate().map(cell).collect();
    html! { <>{ all }</> }
}

fn mark(mark: Option<&Mark>) -> Html {
    match mark.filter(|mark| !mark.text().is_empty()) {
        Some(mark) => html! { <><strong>{ mark.text() }</strong>{ " " }</> },
        None => html! { <></> },
    }
}

fn facts(facts: &[Fact]) -> Html {
    html! {
        <dl class="facts">
            for (at, fact) in facts.iter().enumerate() {
                <div key={at}><dt>{ &fact.label }</dt><dd><bdi>{ spans(&fact.value) }</bdi></dd></div>
            }
        </dl>
    }
}

fn callout(of: &Callout) -> Html {
    let class = match of.mark.tone() {
        Tone::Good => "paper__callout paper__callout--good",
        Tone::Attention => "paper__callout paper__callout--attention",
        Tone::Bad => "paper__callout paper__callout--bad",
        Tone::Neutral => "paper__callout",
    };
    html! {
        <div {class}>
            for (at, paragraph) in of.paragraphs.iter().enumerate() {
                <p key={at}>if at == 0 { { mark(Some(&of.mark)) } }{ spans(paragraph) }</p>
            }
        </div>
    }
}

fn signature(of: &Signature) -> Html {
    html! {
        <>
            <p class="paper__party"><bdi>{ &of.party }</bdi></p>
            for label in of.labels.iter() {
                <div key={label.clone()} class="paper__line"><span>{ label }</span></div>
            }
        </>
    }
}

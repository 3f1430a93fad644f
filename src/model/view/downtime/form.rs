//! The inputs as they are shown.

use super::super::figure;
use super::faults::fault;
use super::presets::{Preset, presets};
use crate::model::Model;
use crate::model::lab::{Field, LabEvent, Period, Question, Window};
use crate::text::{downtime as text, figures};
use crate::words::{Text, Words};
use engine::availability::CountingRule;
use engine::calendar::Convention;
use engine::quantity::Count;

/// A field that is typed into.
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// More about it.
    pub hint: &'static str,
    /// As it was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: String,
    /// Which keyboard a phone shows.
    pub mode: &'static str,
}

/// One of many: groups of keys with their names.
pub struct Select {
    /// The groups.
    pub groups: Vec<(&'static str, Vec<(String, String)>)>,
    /// The chosen key.
    pub chosen: String,
}

/// All inputs.
pub struct Form {
    /// The target.
    pub target: FieldView,
    /// The periods.
    pub period: Select,
    /// The days, where the period has a number of them.
    pub days: Option<FieldView>,
    /// The hours that count.
    pub window: Select,
    /// The same, where they are typed.
    pub hours: Option<FieldView>,
    /// The locations.
    pub locations: FieldView,
    /// The ways of counting.
    pub counting: Select,
    /// The users, where they are counted.
    pub users: Vec<FieldView>,
    /// Promises to start from, by where they come from.
    pub presets: [(Text, Vec<Preset>); 4],
}

/// The ways of counting with their keys and names.
const COUNTING: [(&str, CountingRule, Text); 6] = [
    ("each", CountingRule::EachLocation, text::COUNTING_EACH),
    ("average", CountingRule::Average, text::COUNTING_AVERAGE),
    ("users", CountingRule::WeightedByUsers, text::COUNTING_USERS),
    ("any", CountingRule::AnyLocationDown, text::COUNTING_ANY),
    ("all", CountingRule::AllLocationsDown, text::COUNTING_ALL),
    (
        "organization",
        CountingRule::OrganizationOnly,
        text::COUNTING_ORGANIZATION,
    ),
];

/// The inputs.
pub fn form(model: &Model) -> Form {
    let lab = &model.lab;
    let in_days = matches!(lab.period.value, Period::Days | Period::RollingDays);
    let by_users = lab.counting.value == CountingRule::WeightedByUsers;
    let users = if by_users {
        vec![
            field(model, Field::UsersHere),
            field(model, Field::UsersInAll),
        ]
    } else {
        Vec::new()
    };
    Form {
        target: field(model, Field::Target),
        period: periods(model),
        days: in_days.then(|| field(model, Field::Days)),
        window: windows(model),
        hours: (lab.window == Window::Typed).then(|| field(model, Field::Hours)),
        locations: field(model, Field::Locations),
        counting: counting(model),
        users,
        presets: presets(model),
    }
}

/// One field.
pub fn field(model: &Model, field: Field) -> FieldView {
    let words = model.words;
    let (id, label, hint, mode) = match field {
        Field::Target => (
            "lab-target",
            text::TARGET,
            Some(text::TARGET_HINT),
            "decimal",
        ),
        Field::Days => ("lab-days", text::DAYS, None, "numeric"),
        Field::Locations => (
            "lab-locations",
            text::LOCATIONS,
            Some(text::LOCATIONS_HINT),
            "numeric",
        ),
        Field::UsersHere => ("lab-users-here", text::USERS_HERE, None, "numeric"),
        Field::UsersInAll => ("lab-users-in-all", text::USERS_IN_ALL, None, "numeric"),
        Field::Downtime => (
            "lab-downtime",
            text::REVERSE_DOWNTIME,
            Some(text::REVERSE_DOWNTIME_HINT),
            "text",
        ),
        Field::Hours => ("lab-hours", text::HOURS, Some(text::HOURS_HINT), "text"),
    };
    let value = typed(model, field);
    let error = fault(words, &model.lab, field, &value).unwrap_or_default();
    FieldView {
        field,
        id,
        label: words.get(label),
        hint: hint.map(|hint| words.get(hint)).unwrap_or_default(),
        value,
        error,
        mode,
    }
}

/// What stands in a field: as typed or, until then, what the client says.
fn typed(model: &Model, field: Field) -> String {
    let lab = &model.lab;
    let known = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (here, in_all) = model.users();
    match field {
        Field::Target => lab.target.text.clone(),
        Field::Days => lab.days.text.clone(),
        Field::Downtime => lab.downtime.text.clone(),
        Field::Hours => lab.hours.text.clone(),
        Field::Locations => lab.locations.as_ref().map_or_else(
            || model.question().locations.value.to_string(),
            |typed| typed.text.clone(),
        ),
        Field::UsersHere => lab
            .users_here
            .as_ref()
            .map_or_else(|| known(here.map(Count::get)), |typed| typed.text.clone()),
        Field::UsersInAll => lab
            .users_in_all
            .as_ref()
            .map_or_else(|| known(in_all.map(Count::get)), |typed| typed.text.clone()),
    }
}

fn periods(model: &Model) -> Select {
    let words = model.words;
    let fixed = |conventions: &[Convention]| {
        let option = |of: &Convention| (of.key().to_owned(), figure::convention(words, of.key()));
        conventions.iter().map(option).collect::<Vec<_>>()
    };
    let others = |periods: &[Period]| {
        let option = |of: &Period| (of.key().to_owned(), calendar_name(words, *of));
        periods.iter().map(option).collect::<Vec<_>>()
    };
    let all = &Convention::ALL;
    let (short, rest) = all.split_at(3);
    let (months, rest) = rest.split_at(7);
    let (quarters, years) = rest.split_at(4);
    let (calendar, days) = Period::OTHERS.split_at(3);
    let groups = vec![
        (words.get(text::PERIOD_GROUP_SHORT), fixed(short)),
        (words.get(text::PERIOD_GROUP_MONTH), fixed(months)),
        (words.get(text::PERIOD_GROUP_QUARTER), fixed(quarters)),
        (words.get(text::PERIOD_GROUP_YEAR), fixed(years)),
        (words.get(text::PERIOD_GROUP_CALENDAR), others(calendar)),
        (words.get(text::PERIOD_GROUP_DAYS), others(days)),
    ];
    Select {
        groups,
        chosen: model.lab.period.value.key().to_owned(),
    }
}

/// The name of a period that is no named length.
pub fn calendar_name(words: Words, period: Period) -> String {
    let text = match period {
        Period::CalendarMonth => figures::TEXT_PERIOD_CALENDAR_MONTH,
        Period::CalendarQuarter => figures::TEXT_PERIOD_CALENDAR_QUARTER,
        Period::CalendarYear => figures::TEXT_PERIOD_CALENDAR_YEAR,
        Period::RollingDays => figures::TEXT_PERIOD_ROLLING_DAYS,
        Period::Days | Period::Fixed(_) => figures::TEXT_PERIOD_DAYS,
    };
    words.get(text).to_owned()
}

fn windows(model: &Model) -> Select {
    let words = model.words;
    let entry = |window: Window, name: String| (window.key(), name);
    let mut own = Vec::new();
    for (window, name) in [
        (Window::OpeningHours, text::WINDOW_OPENING),
        (Window::SupportHours, text::WINDOW_SUPPORT),
    ] {
        if model.windows(&window).is_some() {
            own.push(entry(window, words.get(name).to_owned()));
        }
    }
    let services = model
        .record()
        .map_or(&[][..], |record| &record.agreement.services);
    for (at, service) in services.iter().enumerate() {
        let window = Window::Agreed(service.id.clone());
        if model.windows(&window).is_some() {
            let name = service_name(words, at, &service.name);
            own.push(entry(
                window,
                words.fill(text::WINDOW_SERVICE, &[("name", &name)]),
            ));
        }
    }
    let mut usual = vec![entry(
        Window::AroundTheClock,
        words.get(text::WINDOW_ALWAYS).to_owned(),
    )];
    let templates = model
        .templates()
        .iter()
        .filter(|hours| hours.id != "around-the-clock");
    usual.extend(
        templates.map(|hours| entry(Window::Template(hours.id.clone()), hours.title.clone())),
    );
    usual.push(entry(
        Window::Typed,
        words.get(text::WINDOW_TYPED).to_owned(),
    ));
    let mut groups = vec![(words.get(text::WINDOW_GROUP_USUAL), usual)];
    if !own.is_empty() {
        groups.push((words.get(text::WINDOW_GROUP_OWN), own));
    }
    let there = model.windows(&model.lab.window).is_some();
    let chosen = if there {
        model.lab.window.key()
    } else {
        Window::AroundTheClock.key()
    };
    Select { groups, chosen }
}

/// The name of the hours that count.
pub fn window_name(model: &Model, question: &Question) -> String {
    if question.windows.is_always() {
        return model.words.get(text::WINDOW_ALWAYS).to_owned();
    }
    if model.lab.window == Window::Typed {
        return question.windows.to_string();
    }
    let select = windows(model);
    let options = select.groups.into_iter().flat_map(|(_, options)| options);
    options
        .into_iter()
        .find(|(key, _)| *key == select.chosen)
        .map(|(_, name)| name)
        .unwrap_or_default()
}

fn counting(model: &Model) -> Select {
    let words = model.words;
    let options = COUNTING
        .iter()
        .map(|(key, _, name)| ((*key).to_owned(), words.get(*name).to_owned()))
        .collect();
    let chosen = COUNTING
        .iter()
        .find(|(_, rule, _)| *rule == model.lab.counting.value)
        .map_or("each", |found| found.0);
    Select {
        groups: vec![(words.get(text::COUNTING), options)],
        chosen: chosen.to_owned(),
    }
}

pub(super) fn service_name(words: Words, at: usize, name: &str) -> String {
    match name.trim() {
        "" => words.fill(text::SERVICE_UNNAMED, &[("n", &(at + 1).to_string())]),
        name => name.to_owned(),
    }
}

/// What choosing a period means.
pub fn period_event(key: &str) -> Option<LabEvent> {
    Period::parse(key).map(LabEvent::Period)
}

/// What choosing hours means.
pub fn window_event(key: &str) -> Option<LabEvent> {
    Window::parse(key).map(LabEvent::Window)
}

/// What choosing a way of counting means.
pub fn counting_event(key: &str) -> Option<LabEvent> {
    COUNTING
        .iter()
        .find(|(of, _, _)| *of == key)
        .map(|(_, rule, _)| LabEvent::Counting(*rule))
}

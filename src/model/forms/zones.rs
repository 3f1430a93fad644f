//! Time zones that the browser does not know: their form is right, but no clock is behind them.

use super::Section;
use crate::model::Model;
use crate::text::commitments as text;

/// Says it at each field that names such a zone.
pub fn mark(model: &Model, sections: &mut [Section]) {
    for section in sections {
        let own = section.fields.iter_mut();
        let items = section.items.iter_mut().flat_map(|item| &mut item.fields);
        for field in own.chain(items) {
            let unknown = model.unknown_zones.contains(&field.value);
            if field.path.key == "zone" && field.error.is_empty() && unknown {
                field.error = model
                    .words
                    .fill(text::ERROR_ZONE_UNKNOWN, &[("value", &field.value)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::model::forms::{FormEvent, path::FieldPath, path::Place, view};
    use crate::model::{Effect, Event, Model, Start, update};
    use engine::calendar::{UtcOffset, ZoneTable};

    const ZONE: FieldPath = FieldPath {
        place: Place::Support,
        key: "zone",
    };

    fn error(model: &Model) -> String {
        let mut fields = view(model).into_iter().flat_map(|section| section.fields);
        fields.find(|field| field.path == ZONE).unwrap().error
    }

    #[test]
    fn a_zone_that_the_browser_does_not_know_is_said_at_its_field() {
        let mut model = Model::new(Start::default());
        let wanted = |model: &mut Model, name: &str| {
            let typed = Event::Form(FormEvent::Typed(ZONE, name.to_owned()));
            let effects = update(model, typed);
            let asked = effects.into_iter().find_map(|effect| match effect {
                Effect::LoadZones(names) => Some(names),
                _ => None,
            });
            asked.unwrap_or_default()
        };
        let asked = wanted(&mut model, "Mars/Phobos");
        assert_eq!(asked, ["Mars/Phobos"]);
        assert_eq!(error(&model), "", "nobody has looked it up yet");
        let tables = Vec::new();
        update(&mut model, Event::ZonesArrived { asked, tables });
        assert!(error(&model).contains("\"Mars/Phobos\""));
        let asked = wanted(&mut model, "America/Phoenix");
        let offset = UtcOffset::new(-7 * 3600).unwrap();
        let tables = vec![ZoneTable::new(asked[0].clone(), offset, Vec::new()).unwrap()];
        update(&mut model, Event::ZonesArrived { asked, tables });
        assert_eq!(error(&model), "");
        assert!(
            wanted(&mut model, "Mars/Phobos").is_empty(),
            "it was looked up before"
        );
        assert!(error(&model).contains("\"Mars/Phobos\""));
    }
}

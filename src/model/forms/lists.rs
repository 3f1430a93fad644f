//! Lists that grow and shrink: services, severities, the credit table, named locations.

use super::paste::PasteUse;
use super::path::{FieldPath, List, Place};
use super::{credits, severity, summary, write};
use crate::model::{Chosen, Effect, Model};
use crate::text::commitments as text;
use engine::agreement::{
    Agreement, Location, Locations, Service, ServiceKind, Severity, SeverityLevel, Stated,
};
use engine::archive::limits;
use engine::client::Client;
use engine::order::caseless;
use std::collections::BTreeMap;

fn agreement<'a>(client: &'a mut Client, chosen: &Chosen) -> Option<&'a mut Agreement> {
    let record = chosen.record_mut(&mut client.agreements)?;
    Some(&mut record.agreement)
}

impl Model {
    pub(super) fn add(&mut self, list: List) -> Vec<Effect> {
        match list {
            List::Services => self.add_service(ServiceKind::Other),
            List::Severities => self.add_severity(),
            List::Tiers => self.add_tier(),
            List::Locations => self.add_location(),
        }
    }

    /// A service, under its usual name. What the agreement says of it, nobody has looked at yet.
    pub(super) fn add_service(&mut self, kind: ServiceKind) -> Vec<Effect> {
        let mut made = Service {
            id: self.ids.next('v'),
            kind,
            ..Service::default()
        };
        if kind != ServiceKind::Other {
            made.name = summary::service_name(self.words, &made);
        }
        let at = self
            .record()
            .map_or(0, |record| record.agreement.services.len());
        self.drafts.fresh = Some(made.id.clone());
        let chosen = self.open.chosen.clone();
        self.grow(Place::Service(at), "name", |client| {
            if let Some(agreement) = agreement(client, &chosen) {
                agreement.services.push(made);
            }
        })
    }

    /// The first level that is missing, in its place among the others.
    fn add_severity(&mut self) -> Vec<Effect> {
        let severities = self
            .record()
            .map(|record| record.agreement.severities.as_slice())
            .unwrap_or_default();
        let free = severity::LEVELS
            .iter()
            .find(|(_, _, level)| severities.iter().all(|there| there.level != *level));
        let level = free.map_or(SeverityLevel::Low, |(_, _, level)| *level);
        let at = severities
            .iter()
            .position(|there| there.level > level)
            .unwrap_or(severities.len());
        let made = Severity {
            level,
            name: String::new(),
            definition: Stated::NotLookedAt,
            response: Stated::NotLookedAt,
            resolution: Stated::NotLookedAt,
            update_every: Stated::NotLookedAt,
        };
        self.drafts.drop_list(List::Severities);
        self.drafts.fresh = Some(["severity-", &at.to_string()].concat());
        let chosen = self.open.chosen.clone();
        self.grow(Place::Severity(at), "name", |client| {
            if let Some(agreement) = agreement(client, &chosen) {
                agreement
                    .severities
                    .insert(at.min(agreement.severities.len()), made);
            }
        })
    }

    fn add_tier(&mut self) -> Vec<Effect> {
        let target = self.record().and_then(|record| {
            record
                .agreement
                .services
                .iter()
                .find_map(|of| of.target.says().copied())
        });
        let scheme = self
            .record()
            .and_then(|record| record.agreement.credits.scheme.says());
        let (at, key) = match scheme {
            Some(engine::agreement::CreditScheme::ByAvailability(tiers)) => (tiers.len(), "below"),
            Some(engine::agreement::CreditScheme::ByDowntime(tiers)) => (tiers.len(), "at-least"),
            _ => return Vec::new(),
        };
        let chosen = self.open.chosen.clone();
        self.grow(Place::Tier(at), key, |client| {
            if let Some(agreement) = agreement(client, &chosen) {
                credits::add_row(&mut agreement.credits, target);
            }
        })
    }

    fn add_location(&mut self) -> Vec<Effect> {
        let at = self.open.client.organization.locations.named().len();
        if at >= limits::ENTRIES {
            return Vec::new();
        }
        let made = self.new_location(at);
        self.drafts.fresh = Some(made.id.clone());
        self.drafts.from = at / super::view::PAGE * super::view::PAGE;
        self.grow(Place::Location(at), "name", |client| {
            match &mut client.organization.locations {
                Locations::Named(list) => list.push(made),
                other => *other = Locations::Named(vec![made]),
            }
        })
    }

    fn new_location(&mut self, at: usize) -> Location {
        let name = self
            .words
            .fill(text::LOCATION_NUMBERED, &[("n", &(at + 1).to_string())]);
        Location {
            id: self.ids.next('l'),
            name,
            ..Location::default()
        }
    }

    fn grow(
        &mut self,
        place: Place,
        key: &'static str,
        edit: impl FnOnce(&mut Client),
    ) -> Vec<Effect> {
        let mut effects = self.change(None, edit);
        effects.push(Effect::Focus(FieldPath { place, key }.id()));
        effects
    }

    pub(super) fn remove_entry(&mut self, list: List, at: usize) -> Vec<Effect> {
        self.drafts.drop_list(list);
        self.drafts.fresh = None;
        let chosen = self.open.chosen.clone();
        let effects = self.change(None, |client| {
            if list == List::Locations {
                if let Locations::Named(named) = &mut client.organization.locations
                    && at < named.len()
                {
                    named.remove(at);
                    if named.is_empty() {
                        client.organization.locations = Locations::NotSaid;
                    }
                }
                write::forget_missing(client);
            } else if let Some(agreement) = agreement(client, &chosen) {
                match list {
                    List::Services if at < agreement.services.len() => {
                        agreement.services.remove(at);
                    }
                    List::Severities if at < agreement.severities.len() => {
                        agreement.severities.remove(at);
                    }
                    List::Tiers => credits::remove_row(&mut agreement.credits, at),
                    List::Services | List::Severities | List::Locations => {}
                }
            }
        });
        let said = match list {
            List::Services => text::REMOVED_SERVICE,
            List::Severities => text::REMOVED_SEVERITY,
            List::Tiers => text::REMOVED_TIER,
            List::Locations => text::REMOVED_LOCATION,
        };
        let home = match list {
            List::Services => "services",
            List::Severities => "severities",
            List::Tiers => "credits",
            List::Locations => "locations",
        };
        self.after_removal(effects, self.words.get(said).to_owned(), home)
    }

    /// After a change that takes something away: says so, offers it back, and puts the focus where the list begins.
    fn after_removal(&mut self, mut effects: Vec<Effect>, said: String, home: &str) -> Vec<Effect> {
        if !effects.is_empty() {
            effects.extend(self.say_undoable(said));
            effects.push(Effect::Focus(home.to_owned()));
        }
        effects
    }

    pub(super) fn name_locations(&mut self) -> Vec<Effect> {
        let locations = &self.open.client.organization.locations;
        if matches!(locations, Locations::Named(_)) {
            return Vec::new();
        }
        let count = locations.count().unwrap_or(1) as usize;
        let list: Vec<Location> = (0..count.min(limits::ENTRIES))
            .map(|at| self.new_location(at))
            .collect();
        self.drafts.drop_refinements(FieldPath {
            place: Place::Organization,
            key: "count",
        });
        self.drafts.from = 0;
        self.grow(Place::Location(0), "name", |client| {
            client.organization.locations = Locations::Named(list);
        })
    }

    pub(super) fn count_locations(&mut self) -> Vec<Effect> {
        self.drafts.drop_list(List::Locations);
        let effects = self.change(None, |client| {
            let locations = &mut client.organization.locations;
            *locations = locations
                .count()
                .map_or(Locations::NotSaid, Locations::Count);
            write::forget_missing(client);
        });
        self.after_removal(
            effects,
            self.words.get(text::NAMES_DROPPED).to_owned(),
            "locations",
        )
    }

    /// Takes the pasted rows as locations. One that has the name of a present location keeps that one's id, and so its
    /// place in lists and logs.
    pub(super) fn use_pasted(&mut self, how: PasteUse) -> Vec<Effect> {
        let Some(pasted) = self.drafts.pasted.clone() else {
            return Vec::new();
        };
        let present = self.open.client.organization.locations.named();
        let mut ids: BTreeMap<String, String> = BTreeMap::new();
        let mut list = Vec::new();
        match how {
            PasteUse::Replace => ids.extend(
                present
                    .iter()
                    .rev()
                    .map(|of| (caseless(&of.name), of.id.clone())),
            ),
            PasteUse::Append => list.extend_from_slice(present),
        }
        for (name, profile) in pasted.rows() {
            let id = ids
                .remove(&caseless(name))
                .unwrap_or_else(|| self.ids.next('l'));
            list.push(Location {
                id,
                name: name.clone(),
                profile: profile.clone(),
            });
        }
        if pasted.rows().is_empty() || list.len() > limits::ENTRIES {
            return Vec::new();
        }
        self.drafts.drop_list(List::Locations);
        self.drafts.pasted = None;
        self.drafts.from = 0;
        let said = self.words.count(
            pasted.rows().len() as u64,
            text::PASTED_ONE,
            text::PASTED_MANY,
        );
        let effects = self.change(None, |client| {
            client.organization.locations = Locations::Named(list);
            write::forget_missing(client);
        });
        self.after_removal(effects, said, "locations")
    }
}

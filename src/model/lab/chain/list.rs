//! What a change does to the list of parts.

use super::{
    ChainEvent, ChainField, ChainPart, LIST, MOST_PARTS, Source, entry_id, mover_id, part_name,
};
use crate::model::{Effect, Model, UndoOffer};
use crate::text::{chain as text, common};
use engine::quantity::Percent;

impl Model {
    pub(in crate::model) fn chain_changed(&mut self, event: ChainEvent) -> Vec<Effect> {
        let words = self.words;
        let chain = &mut self.lab.chain;
        match event {
            ChainEvent::Add => {
                if chain.parts.len() >= MOST_PARTS {
                    return Vec::new();
                }
                let id = chain.add(String::new());
                chain.fresh = Some(id);
                return vec![Effect::Focus(ChainField::Name.id(id))];
            }
            ChainEvent::Usual => {
                chain.usual(words);
                return vec![Effect::Focus(LIST.to_owned())];
            }
            ChainEvent::Remove(id) => {
                let Some(at) = chain.at(id) else {
                    return Vec::new();
                };
                let part = chain.parts.remove(at);
                let said = words.fill(text::REMOVED, &[("name", &part_name(words, at, &part))]);
                let mut effects = self.say(said, Some(UndoOffer::ChainPart(at, Box::new(part))));
                effects.push(Effect::Focus(LIST.to_owned()));
                return effects;
            }
            ChainEvent::Move(id, up) => return self.move_part(id, up),
            ChainEvent::Typed(id, field, text) => {
                self.change_part(id, |part| part.put(field, text));
            }
            ChainEvent::ByTimes(id, by_times) => {
                self.change_part(id, |part| part.by_times = by_times);
            }
            ChainEvent::Agreed(id, service) => {
                let target = self.agreed_target(&service);
                self.change_part(id, |part| match target {
                    Some(target) => {
                        part.percent = target.to_string();
                        part.source = Source::Agreed(service);
                    }
                    None => part.source = Source::Typed,
                });
            }
        }
        Vec::new()
    }

    fn change_part(&mut self, id: u32, change: impl FnOnce(&mut ChainPart)) {
        let parts = &mut self.lab.chain.parts;
        if let Some(part) = parts.iter_mut().find(|part| part.id == id) {
            change(part);
            if let Ok(group) = part.read() {
                part.used = group;
            }
        }
    }

    fn move_part(&mut self, id: u32, up: bool) -> Vec<Effect> {
        let parts = &mut self.lab.chain.parts;
        let Some(at) = parts.iter().position(|part| part.id == id) else {
            return Vec::new();
        };
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        let Some(to) = to.filter(|to| *to < parts.len()) else {
            return Vec::new();
        };
        parts.swap(at, to);
        let last = parts.len() - 1;
        // Where a button is of no more use, the other one has the focus.
        let up = if to == 0 || to == last { to != 0 } else { up };
        let values = [
            ("name", &*part_name(self.words, to, &parts[to])),
            ("at", &*(to + 1).to_string()),
            ("n", &*parts.len().to_string()),
        ];
        let said = self.words.fill(text::MOVED, &values);
        vec![Effect::Announce(said), Effect::Focus(mover_id(id, up))]
    }

    /// A removed part comes back to its place.
    pub(in crate::model) fn part_back(&mut self, at: usize, part: ChainPart) -> Vec<Effect> {
        let parts = &mut self.lab.chain.parts;
        let focus = entry_id(part.id);
        // Also into a chain that is full by now: nothing that was there gets lost.
        parts.insert(at.min(parts.len()), part);
        vec![
            Effect::Announce(self.words.get(common::UNDONE).to_owned()),
            Effect::Focus(focus),
        ]
    }

    /// What the agreement promises for the service of this id.
    pub fn agreed_target(&self, service: &str) -> Option<Percent> {
        let services = &self.record()?.agreement.services;
        let found = services.iter().find(|of| of.id == service)?;
        found.target.says().copied()
    }
}

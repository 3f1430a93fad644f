//! Undo and redo over whole states of the client: what is taken back is exactly what was there.

use engine::client::Client;
use std::rc::Rc;

/// How many steps can be taken back.
const STEPS: usize = 100;

/// The states before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Rc<Client>>,
    future: Vec<Rc<Client>>,
    last: Option<String>,
}

impl History {
    /// Notes the state before a change. Changes in a row with the same key, such as the letters of one word, are one step.
    pub fn note(&mut self, before: Rc<Client>, key: Option<String>) {
        self.future.clear();
        let continues = key.is_some() && key == self.last;
        self.last = key;
        if continues {
            return;
        }
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// The state before the last change.
    pub fn undo(&mut self, present: Rc<Client>) -> Option<Rc<Client>> {
        let before = self.past.pop()?;
        self.future.push(present);
        self.last = None;
        Some(before)
    }

    /// The state that was taken back last.
    pub fn redo(&mut self, present: Rc<Client>) -> Option<Rc<Client>> {
        let after = self.future.pop()?;
        self.past.push(present);
        self.last = None;
        Some(after)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

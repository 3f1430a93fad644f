//! The root: holds the model, hands events to `update` and effects to the browser.

use crate::browser::Browser;
use crate::components::Send;
use crate::model::{Event, Model, update};
use crate::pages::{Frame, State};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// The whole app.
pub struct App {
    model: Rc<Model>,
    browser: Browser,
    send: Send,
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|event| event);
        context.link().send_message(Event::Started);
        Self {
            model: Rc::new(Model::new(Browser::start())),
            browser: Browser::new(send.clone()),
            send: Send(send),
        }
    }

    fn update(&mut self, _context: &Context<Self>, event: Event) -> bool {
        // The screen still holds the last state: it is copied once, its large parts are shared.
        let asks = event.may_change_the_years();
        let effects = update(Rc::make_mut(&mut self.model), event);
        for effect in effects {
            self.browser.perform(effect);
        }
        // Every other event may change what is simulated: the years follow the model without any event asking for them.
        if let Some(effect) = self.model.years_soon().filter(|_| asks) {
            self.browser.perform(effect);
        }
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        html! {
            <ContextProvider<Send> context={self.send.clone()}>
                <ContextProvider<Words> context={self.model.words}>
                    <Frame state={State(self.model.clone())} />
                </ContextProvider<Words>>
            </ContextProvider<Send>>
        }
    }
}

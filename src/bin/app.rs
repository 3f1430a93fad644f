//! The whole app, started when the entrance is not enough.

fn main() {
    sla_gap::browser::guard_against_panics();
    sla_gap::browser::begin_in_a_frame();
    sla_gap::browser::language::with_words(sla_gap::browser::language::Writing::Browser, |_| {
        sla_gap::browser::handover::app_comes();
        if let Some(root) = sla_gap::browser::fresh_root() {
            yew::Renderer::<sla_gap::app::App>::with_root(root).render();
        }
    });
}

//! The lab's worker: simulates years beside the page.

fn main() {
    sla_gap::browser::listen_for_years();
}

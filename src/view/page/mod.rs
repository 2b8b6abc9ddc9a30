//! One file a route. A page sets its title and holds sections.

mod architecture;
mod experience;
mod home;
mod not_found;
mod project;

pub use architecture::ArchitecturePage;
pub use experience::ExperiencePage;
pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use project::ProjectPage;

//! Whose tool it is: the name, the look and the wishes of the firm that offers it.

mod contact;

pub use contact::ContactLink;

/// What a brand's file says. What it leaves out is as in [`Brand::standard`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// What the tool is called.
    pub name: String,
    /// How the person reaches the firm; `None` = nobody to reach.
    pub contact: Option<ContactLink>,
}

impl Brand {
    /// The tool without any firm's mark.
    pub fn standard() -> Self {
        Self {
            name: "SLA Gap".to_owned(),
            contact: None,
        }
    }
}

impl Default for Brand {
    fn default() -> Self {
        Self::standard()
    }
}

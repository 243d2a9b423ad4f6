//! Everything that can be pressed, typed into or chosen says what it is.

use eframe::egui::accesskit::Action as Accessible;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, open, press, review, sample, welcome};
use crate::app::action::Action;
use crate::app::dialog::{
    DetailsForm, Dialog, EvidenceForm, MetadataForm, PathForm, Then, changed_outside, unfinished,
    unsaved,
};
use crate::app::view::Facet;
use crate::app::words::{Language, speak};
use crate::app::workbench::Asked;
use crate::model::{ArticleId, ClaimId, Date, Metadata, Project, Tag};
use crate::storage::settings::LanguageChoice;

/// Fails where something that can be clicked, focused or typed into has no name.
fn check(window: &Window, view: &str) {
    let is_control = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let data = node.data();
        let can_be_used =
            data.supports_action(Accessible::Click) || data.supports_action(Accessible::SetValue);
        // A scroll bar says what it is by its role; a text that can be selected is no control.
        let is_control = !matches!(node.role(), Role::ScrollBar | Role::Label);
        is_control && can_be_used && !data.is_read_only() && !node.is_hidden()
    };
    let is_nameless = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let named = |name: Option<&str>| name.is_some_and(|name| !name.trim().is_empty());
        let data = node.data();
        !named(node.label().as_deref()) && !named(data.value()) && !named(data.placeholder())
    };
    let controls: Vec<_> = window.root().children_recursive().filter(is_control).collect();
    assert!(!controls.is_empty(), "{view} has controls");
    let nameless = controls.iter().filter(|node| is_nameless(node));
    let nameless: Vec<_> =
        nameless.map(|node| (node.accesskit_node().role(), node.rect())).collect();
    assert!(nameless.is_empty(), "{view}: {nameless:#?}");
}

#[test]
fn every_view_names_its_controls() {
    check(&welcome(Vec::new()), "the welcome page");
    check(&open(Some(Project::default()), Vec::new()), "an empty review");
    let mut window = open(Some(sample()), Vec::new());
    check(&window, "a review");
    press(&mut window, &[Key::X]);
    check(&window, "a review with picked claims");
    window.state_mut().view.filter.toggle(Facet::Label("none has it".into()));
    window.run();
    check(&window, "an empty list");
}

#[test]
fn matrix_overview_unchecked_palette_and_settings_name_their_controls() {
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::K, Key::Comma] {
        let mut window = open(Some(sample()), Vec::new());
        super::support::wait_for_work(&mut window);
        chord(&mut window, Modifiers::COMMAND, key);
        check(&window, key.name());
    }
}

#[test]
fn every_menu_names_its_items() {
    for language in [LanguageChoice::English, LanguageChoice::German] {
        let mut window = review();
        window.state_mut().settings.language = language;
        window.run();
        for menu in crate::app::command::Menu::ALL {
            speak(Language::chosen(language, Language::English));
            let name = crate::app::words::menu(menu);
            window.get_by_role_and_label(Role::Button, name).click();
            window.run();
            check(&window, "a menu");
            press(&mut window, &[Key::Escape]);
        }
    }
}

#[test]
fn the_lists_of_filters_and_orders_name_their_items() {
    let mut window = open(Some(sample()), Vec::new());
    window.get_by_label("More…").click();
    window.run();
    check(&window, "the filters");
    press(&mut window, &[Key::Escape]);
    window.get_by_label("Reading order ▼").click();
    window.run();
    check(&window, "the orders");
}

#[test]
fn every_dialog_names_its_controls() {
    let form = MetadataForm::new(&Metadata::default());
    let dialogs = [
        Dialog::message("Something happened", vec!["Here".into()]),
        unsaved("Bridge", Action::CloseDialog),
        changed_outside("It did".into()),
        Dialog::TypedPath(PathForm::new(Asked::Open, String::new())),
        Dialog::Details(Box::new(DetailsForm::new(String::new(), String::new(), Then::Nothing))),
        Dialog::Metadata(ArticleId(1), Box::new(form)),
        Dialog::Evidence(Box::new(EvidenceForm::new(ClaimId(1), None, Date::constant(2024, 3, 6)))),
        unfinished(0, "The bridge is shut.", Action::CloseDialog),
        Dialog::move_passage(ClaimId(1), 0),
        Dialog::Keys,
    ];
    for dialog in dialogs {
        let mut window = review();
        let name = format!("{dialog:?}");
        window.state_mut().dialog = Some(dialog);
        window.run();
        check(&window, &name);
    }
}

#[test]
fn a_claim_is_read_with_its_tag_and_a_passage_with_its_words() {
    let mut window = review();
    window.get_by_label("Untagged: The bridge is shut.");
    window.get_by_role_and_label(Role::ListItem, "The bridge was closed.");
    press(&mut window, &[Key::A]);
    let tagged =
        format!("{}: The bridge is shut.", crate::app::words::tag_title(Some(Tag::Agreed)));
    window.get_by_label(&tagged);
    chord(&mut window, Modifiers::COMMAND, Key::F);
    check(&window, "the search");
}

//! The window. Each command is a few lines around one call into [`library`]; the page
//! in `ui/` is its only caller.

pub mod commands;
pub mod desk;
mod dialog;
pub mod failure;
pub mod following;
pub mod renderer;

use commands::{
    checks, day, draft, export, facts, field, filing, given, handing_in, history, house_styles, import,
    library as shelf, looks, original, own_words, paging, planning, prompter, returned, roll_forward, search,
    settings, sheet, similar, window,
};
use desk::Desk;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::{Builder, collect_commands, collect_events};

/// The commands and events that the page may use, as `ui/src/bindings.ts` has them.
pub fn contract() -> Builder<tauri::Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            shelf::open_library,
            shelf::choose_library,
            shelf::documents,
            shelf::groups,
            shelf::watched,
            shelf::watch_folder,
            shelf::unwatch_folder,
            shelf::open_document,
            import::import,
            import::cancel,
            import::import_reports,
            import::import_report,
            import::save_import_report,
            given::look_at_pasted,
            given::import_pasted,
            filing::filings,
            filing::file_documents,
            filing::refile_documents,
            filing::collections,
            filing::collected,
            filing::rename_collection,
            filing::remove_collection,
            original::open_original,
            original::reread,
            search::search,
            draft::new_draft,
            planning::skeletons,
            planning::share_minutes,
            planning::plan_draft,
            draft::take,
            draft::paste,
            draft::answer,
            draft::typed,
            draft::set_occasion,
            day::read_day,
            draft::save_draft,
            draft::fill,
            field::edit_fields,
            facts::facts,
            facts::set_facts,
            facts::offers,
            checks::check,
            checks::take_fixes,
            checks::decide,
            checks::undecide,
            checks::all_checks,
            similar::similar,
            roll_forward::roll_forward,
            roll_forward::apply_roll_forward,
            own_words::own_words,
            returned::choose_returned,
            returned::dropped_returned,
            returned::import_dropped,
            returned::apply_returned,
            returned::name_last,
            returned::went_out,
            sheet::choose_sheet,
            history::history,
            history::revision,
            history::compare_revision,
            history::name_revision,
            history::name_draft,
            export::export,
            handing_in::file_name_pattern,
            handing_in::set_file_name_pattern,
            handing_in::named_file,
            handing_in::export_many,
            handing_in::printed_pages,
            looks::looks,
            paging::paging,
            house_styles::house_styles,
            house_styles::house_style,
            house_styles::keep_house_style,
            house_styles::delete_house_style,
            house_styles::learn_house_style,
            house_styles::sketch_house_style,
            house_styles::missing_fonts,
            prompter::prompt,
            prompter::full_screen,
            settings::settings,
            settings::set_settings,
            settings::reading_choice,
            settings::set_reading_choice,
            settings::unit_lists,
            settings::set_unit_lists,
            settings::remembered,
            settings::remember,
            window::spelled,
            window::print,
            window::enlarge,
            window::close,
            window::stay,
        ])
        .events(collect_events![
            import::ImportProgress,
            import::ImportEnded,
            following::Followed,
            sheet::DataSheet,
            returned::FileDropped,
            handing_in::ExportProgress,
            window::Closing,
            window::DropHover,
            window::Failed,
        ])
}

/// Opens the window and stays until it is closed.
///
/// # Panics
///
/// Where the system has no window to give, with its own words.
pub fn run() {
    let Some(folder) = library::usual_folder() else {
        eprintln!("lectern-desktop: there is no data folder; set LECTERN_LIBRARY to a folder");
        std::process::exit(2);
    };
    let contract = contract();
    tauri::Builder::default()
        .plugin(only_window_on(&folder))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .manage(Desk::new(folder))
        .invoke_handler(contract.invoke_handler())
        .on_window_event(window::on_event)
        .setup(move |app| {
            contract.mount_events(app);
            following::begin(app.handle());
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("讲台")
                .inner_size(1366.0, 768.0)
                .min_inner_size(960.0, 600.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window can be opened");
}

/// One window a library: a second start brings the first window forward. Where the
/// system has no session bus, there can be two; the library's own lock serves them.
fn only_window_on(folder: &Path) -> TauriPlugin<tauri::Wry> {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    tauri_plugin_single_instance::Builder::new()
        .callback(|app, _, _| come_forward(app))
        .dbus_id(format!("cn.lectern.desktop.library{:x}", hasher.finish()))
        .build()
}

/// The program was started a second time: the window that is there is the one wanted.
fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // Where the system refuses, the window stays where it is.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

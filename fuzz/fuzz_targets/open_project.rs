//! Whatever a project file holds, it is refused or read, and what was read is written and read again
//! the same.

#![no_main]

use crosscheck::storage::{lost, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = str::from_utf8(data) else { return };
    let Ok(project) = read(text) else { return };
    let written = write(&project);
    let again = read(&written).expect("what was written can be read");
    assert_eq!(again, project);
    assert_eq!(write(&again), written);
    assert_eq!(lost(&again), lost(&project));
});

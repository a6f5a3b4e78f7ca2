//! Disks that refuse: full, read-only, another file system, no permission, folders that vanish. Unix systems only, and what
//! the system at hand does not allow is skipped out loud.
#![cfg(unix)]

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
    thread,
};

use super::{
    stage::{Stage, names},
    support::{self, Run},
};

/// Past the harness, which shows nothing of a test that passes.
fn skipped(what: &str, why: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {what}: {why}");
}

/// Runs a script in which file systems can be mounted; they are gone when it ends. `$A` is the program.
fn with_mounts(stage: &Stage, what: &str, script: &str) -> Option<Run> {
    let own = ["--user", "--map-root-user", "--mount"];
    let quiet = |command: &mut Command| command.stderr(Stdio::null()).status();
    let able = quiet(
        Command::new("unshare")
            .args(own)
            .args(["mount", "-t", "tmpfs", "none", "/mnt"]),
    );
    if !able.is_ok_and(|status| status.success()) {
        skipped(
            what,
            "this system lets nobody mount a file system of their own (unshare)",
        );
        return None;
    }
    let mut command = Command::new("unshare");
    command
        .args(own)
        .args(["sh", "-ec", script])
        .current_dir(stage.folder.path())
        .env("A", env!("CARGO_BIN_EXE_ayumi"))
        .env("NO_COLOR", "1");
    Some(support::finish(&mut command))
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    // How much is left, in KiB: nothing at all, and so much that it breaks off later.
    for left in [0, 8, 64, 200] {
        let stage = Stage::new();
        let script = format!(
            "mkdir disk && mount -t tmpfs -o size=8m none disk
            $A build --content first --output disk/output
            dd if=/dev/zero of=disk/filler bs=4k 2>&1 || true
            truncate -s -{left}k disk/filler
            $A build --content second --output disk/output 2>refused && echo 0 >status || echo $? >status
            cp -a disk/output full; ls -A disk >names
            rm disk/filler
            $A build --content second --output disk/output
            cp -a disk/output healed; ls -A disk >>names"
        );
        let Some(run) = with_mounts(&stage, "a full disk", &script) else {
            return;
        };
        assert_eq!(run.status, 0, "{}", run.err);
        let text = |name| fs::read_to_string(stage.path(name)).unwrap();
        assert_eq!(text("status").trim(), "2", "{left} KiB left");
        let refused = text("refused");
        assert!(
            refused.contains("ディスクの空き容量がありません"),
            "{left} KiB left: {refused}"
        );
        assert_eq!(support::files(&stage.path("full")), stage.sites[0], "{left} KiB left");
        assert_eq!(support::files(&stage.path("healed")), stage.sites[1], "{left} KiB left");
        assert_eq!(text("names"), "filler\noutput\noutput\n", "{left} KiB left");
    }
}

#[test]
fn a_read_only_disk_keeps_the_old_site() {
    let stage = Stage::new();
    let script = "mkdir disk && mount -t tmpfs none disk
        $A build --content first --output disk/output
        mount -o remount,ro disk
        $A build --content second --output disk/output 2>refused && echo 0 >status || echo $? >status
        cp -a disk/output kept; ls -A disk >names
        mount -o remount,rw disk
        $A build --content second --output disk/output
        cp -a disk/output healed";
    let Some(run) = with_mounts(&stage, "a read-only disk", script) else {
        return;
    };
    assert_eq!(run.status, 0, "{}", run.err);
    let text = |name| fs::read_to_string(stage.path(name)).unwrap();
    assert_eq!(text("status").trim(), "2");
    assert!(
        text("refused").contains("書き込みが禁止された場所です"),
        "{}",
        text("refused")
    );
    assert_eq!(support::files(&stage.path("kept")), stage.sites[0]);
    assert_eq!(support::files(&stage.path("healed")), stage.sites[1]);
    assert_eq!(text("names"), "output\n");
}

/// A folder below a mount point is exchanged like any other; the mount point itself cannot be, and the message says
/// what to do.
#[test]
fn an_output_on_another_file_system() {
    let stage = Stage::new();
    let script = "mkdir disk && mount -t tmpfs none disk
        $A build --content first --output disk 2>refused && echo 0 >status || echo $? >status
        ls -A disk >names; ls -A >>names
        $A build --content first --output disk/report
        $A build --content second --output disk/report
        cp -a disk/report built; ls -A disk >>names";
    let Some(run) = with_mounts(&stage, "another file system", script) else {
        return;
    };
    assert_eq!(run.status, 0, "{}", run.err);
    let text = |name| fs::read_to_string(stage.path(name)).unwrap();
    assert_eq!(text("status").trim(), "2");
    assert!(
        text("refused").contains("その中のフォルダーを --output で"),
        "{}",
        text("refused")
    );
    assert_eq!(support::files(&stage.path("built")), stage.sites[1]);
    assert_eq!(text("names"), "disk\nfirst\nnames\nrefused\nsecond\nstatus\nreport\n");
}

/// As somebody to whom the folder's surroundings do not belong.
#[test]
fn a_folder_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::new();
    stage.heal(0);
    let mode = |mode| fs::set_permissions(stage.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    // The system's superuser may write anywhere: then the program runs as nobody.
    let superuser = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let program = stage.path("first/ayumi");
    fs::copy(env!("CARGO_BIN_EXE_ayumi"), &program).unwrap();
    let mut command = if superuser {
        let mut command = Command::new("setpriv");
        command.args(["--reuid", "65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    mode(0o555);
    let run = command
        .args(["build", "--content", "second", "--output", "output"])
        .current_dir(stage.folder.path())
        .env("NO_COLOR", "1")
        .output();
    mode(0o755);
    fs::remove_file(&program).unwrap();
    let run = match run {
        Ok(run) => run,
        Err(error) => return skipped("a folder without permission", &format!("setpriv: {error}")),
    };
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("アクセスが許可されていません"), "{said}");
    assert_eq!(stage.shown(), Some(0));
    stage.no_litter();
    stage.heal(1);
}

#[test]
fn folders_that_vanish() {
    let stage = Stage::new();
    stage.heal(0);
    // The folder in which it works, again and again, under its hands.
    for round in 0..6 {
        let mut child = stage.begin(1 - round % 2);
        let status = loop {
            let _ = fs::remove_dir_all(stage.beside());
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            thread::yield_now();
        };
        assert!(matches!(status.code(), Some(0 | 2)), "{status}");
        // Who deletes files in it at the very moment of the exchange deletes them in the output: no build can prevent
        // that, and the next one mends it.
        stage.heal(round % 2);
    }
    // The output, and the folder in which it stood.
    fs::remove_dir_all(stage.output()).unwrap();
    stage.heal(0);
    let deep = ["build", "--content", "first", "--output", "a/b/c"];
    for _ in 0..2 {
        let run = support::run(stage.folder.path(), &deep);
        assert_eq!(run.status, 0, "{}", run.err);
        assert_eq!(support::files(&stage.path("a/b/c")), stage.sites[0]);
        assert_eq!(names(&stage.path("a/b")), ["c"]);
        fs::remove_dir_all(stage.path("a")).unwrap();
    }
}

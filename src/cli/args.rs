//! The arguments, and help that is Japanese throughout: clap's own headings and errors are English, so the words are ours.

use std::path::PathBuf;

use ayumi::{draft::Label, model::Date};
use clap::{Args, Parser, Subcommand, error::ErrorKind};

/// The arguments of the process.
#[derive(Debug, Parser)]
#[command(
    name = "ayumi",
    version,
    about = "自治体の原稿ファイルから、総合戦略の進行管理報告書を作ります。",
    override_usage = "ayumi <コマンド> [オプション]",
    help_template = "{about}\n\n使い方：{usage}\n\nコマンド：\n{subcommands}\n\nオプション：\n{options}",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// この説明を表示します
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// 版を表示します
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

const COMMAND_HELP: &str = "{about}\n\n使い方：{usage}\n\nオプション：\n{options}";
const ARGUMENT_HELP: &str = "{about}\n\n使い方：{usage}\n\n指定：\n{positionals}\n\nオプション：\n{options}";

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 報告書を作ります
    #[command(help_template = ARGUMENT_HELP, override_usage = "ayumi build [原稿のフォルダー]... [オプション]", mut_arg("since", |since| since.requires("draft")))]
    Build(Build),
    /// 原稿を調べ、直すところを知らせます
    #[command(help_template = COMMAND_HELP, override_usage = "ayumi check [オプション]")]
    Check(Check),
    /// 原稿を書きながら、報告書をブラウザーで見ます
    #[command(help_template = COMMAND_HELP, override_usage = "ayumi preview [オプション]")]
    Preview(Preview),
    /// 指摘の意味と直し方を表示します
    #[command(help_template = ARGUMENT_HELP, override_usage = "ayumi explain [コード]")]
    Explain(Explain),
    /// 委員会の意見を集める表（CSV）を作ります
    #[command(name = "committee-sheet", help_template = COMMAND_HELP, override_usage = "ayumi committee-sheet [オプション]")]
    CommitteeSheet(CommitteeSheet),
    /// 意見を書き込んだ表を、committee.yaml に加えます
    #[command(name = "committee-read", help_template = ARGUMENT_HELP, override_usage = "ayumi committee-read <表のファイル> [オプション]")]
    CommitteeRead(CommitteeRead),
    /// エディターのためのスキーマ（JSON Schema）を書き出します
    #[command(help_template = ARGUMENT_HELP, override_usage = "ayumi schema <フォルダー> [オプション]")]
    Schema(Schema),
}

/// Where the sources are: the same for every command that reads them.
#[derive(Debug, Args)]
pub(super) struct Content {
    #[arg(
        long,
        value_name = "フォルダー",
        default_value = "content",
        hide_default_value = true,
        help = "原稿のフォルダー（指定がなければ content）"
    )]
    pub(super) content: PathBuf,
}

/// The earlier draft to compare with: the same for every command that shows drafts.
#[derive(Debug, Args)]
pub(super) struct Since {
    #[arg(
        long,
        value_name = "前の案",
        help = "前の案と比べて、変更の一覧を付けます。前の原稿のフォルダーか、gitの版（例：v1、HEAD~3）"
    )]
    pub(super) since: Option<String>,
    #[arg(
        long,
        value_name = "前の案の名前",
        value_parser = draft_name,
        requires = "since",
        help = "前の案の、変更の一覧での呼び名。例：--since-name \"第1回委員会案\""
    )]
    since_name: Option<String>,
}

impl Since {
    /// How the earlier draft is called. Where a folder lies on this machine is nothing for readers.
    pub(super) fn name(&self, since: &str) -> String {
        let path = std::path::Path::new(since);
        let folder = path.file_name().filter(|_| path.is_absolute());
        let short = folder.map_or_else(|| since.to_owned(), |name| name.to_string_lossy().into_owned());
        self.since_name.clone().unwrap_or(short)
    }
}

/// `ayumi build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    #[arg(
        value_name = "原稿のフォルダー",
        help = "いくつもの市区町村を一度に作るときの、原稿のフォルダー"
    )]
    pub(super) cities: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) sources: Content,
    #[arg(
        long,
        value_name = "フォルダー",
        help = "報告書を書き出すフォルダー（指定がなければ output、案は draft）"
    )]
    output: Option<PathBuf>,
    #[arg(
        long,
        value_name = "案の名前",
        value_parser = draft_name,
        conflicts_with = "cities",
        help = "原稿がそろっていなくても、案として作ります。例：--draft \"第1回委員会案\""
    )]
    draft: Option<String>,
    #[arg(
        long,
        value_name = "年-月-日",
        value_parser = draft_date,
        requires = "draft",
        help = "いつの時点の案かを示す日付。例：2021-08-20"
    )]
    draft_date: Option<Date>,
    #[command(flatten)]
    pub(super) since: Since,
}

impl Build {
    /// Where to write. A draft goes elsewhere, so that it never takes the place of the report on its way to the web.
    pub(super) fn output(&self) -> PathBuf {
        let usual = if self.draft.is_some() { "draft" } else { "output" };
        self.output.clone().unwrap_or_else(|| PathBuf::from(usual))
    }

    /// How the draft is called, if it is to be one.
    pub(super) fn draft(&self) -> Option<Label> {
        let name = self.draft.clone()?;
        Some(Label {
            name,
            date: self.draft_date,
        })
    }
}

/// A name is one line that people can read.
pub(super) fn draft_name(text: &str) -> Result<String, String> {
    let name = text.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err("案の名前がありません".to_owned());
    }
    Ok(name.to_owned())
}

/// The day comes from whoever makes the draft, never from the clock.
pub(super) fn draft_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "日付は 2021-08-20 のように書きます".to_owned())
}

/// `ayumi check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) sources: Content,
    #[arg(long, value_name = "課のid", help = "一つの課の指摘だけを表示します")]
    pub(super) department: Option<String>,
    #[arg(long, help = "「ご確認ください」だけでも、失敗として終わります")]
    pub(super) strict: bool,
    #[arg(
        long,
        value_name = "形式",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help = "表示の形式。text（人が読む）、json（プログラムが読む）、github（GitHub Actions）"
    )]
    pub(super) format: Format,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Github,
}

/// `ayumi preview`.
#[derive(Debug, Args)]
pub(super) struct Preview {
    #[command(flatten)]
    pub(super) sources: Content,
    #[arg(
        long,
        value_name = "番号",
        default_value_t = 4000,
        hide_default_value = true,
        help = "ポート番号（指定がなければ 4000。使われていれば、次に空いている番号）"
    )]
    pub(super) port: u16,
    #[arg(long, help = "ブラウザーを開きます")]
    pub(super) open: bool,
    #[arg(
        long,
        value_name = "名前",
        default_value = "下書き",
        hide_default_value = true,
        value_parser = draft_name,
        help = "案の名前。例：第1回委員会案（指定がなければ 下書き）"
    )]
    draft: String,
    #[arg(
        long,
        value_name = "年-月-日",
        value_parser = draft_date,
        help = "いつの時点の案かを示す日付。例：2021-08-20"
    )]
    draft_date: Option<Date>,
    #[command(flatten)]
    pub(super) since: Since,
}

impl Preview {
    /// How the draft is called.
    pub(super) fn label(&self) -> Label {
        Label {
            name: self.draft.clone(),
            date: self.draft_date,
        }
    }
}

/// `ayumi explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(
        value_name = "コード",
        help = "指摘のコード（[ ] の中の語）。例：kpi-unknown（指定がなければ一覧）"
    )]
    pub(super) code: Option<String>,
}

/// `ayumi committee-sheet`.
#[derive(Debug, Args)]
pub(super) struct CommitteeSheet {
    #[command(flatten)]
    pub(super) sources: Content,
    #[arg(
        long,
        value_name = "ファイル",
        default_value = "committee-sheet.csv",
        hide_default_value = true,
        help = "書き出すファイル（指定がなければ committee-sheet.csv）"
    )]
    pub(super) output: PathBuf,
}

/// `ayumi committee-read`.
#[derive(Debug, Args)]
pub(super) struct CommitteeRead {
    #[arg(value_name = "表のファイル", help = "意見を書き込んだ表（CSV）")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) sources: Content,
    #[arg(
        long,
        value_name = "会議の名称",
        help = "会議の欄が空いている意見の会議。例：--meeting \"第1回推進委員会\""
    )]
    pub(super) meeting: Option<String>,
    #[arg(
        long,
        value_name = "年-月-日",
        value_parser = draft_date,
        help = "新しく加える会議を開いた日。例：2021-08-20"
    )]
    pub(super) date: Option<Date>,
}

/// `ayumi schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    #[arg(value_name = "フォルダー", help = "スキーマを書き出すフォルダー")]
    pub(super) folder: PathBuf,
    #[command(flatten)]
    pub(super) sources: Content,
}

/// Why there is nothing to run.
pub(super) struct End(clap::Error);

/// The arguments, or what to say instead.
pub(super) fn read() -> Result<Arguments, End> {
    Arguments::try_parse().map_err(End)
}

impl End {
    pub(super) fn status(&self) -> u8 {
        match self.0.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => super::OK,
            _ => super::MACHINE,
        }
    }

    pub(super) fn say(&self) {
        let context = |kind| self.0.get(kind).map(ToString::to_string).unwrap_or_default();
        use clap::error::ContextKind as K;
        let what = match self.0.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                anstream::print!("{}", self.0.render());
                return;
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                "コマンドを指定してください（build、check、preview、explain、schema、committee-sheet、committee-read）。"
                    .to_owned()
            }
            ErrorKind::InvalidSubcommand => {
                format!("「{}」というコマンドはありません。", context(K::InvalidSubcommand))
            }
            ErrorKind::UnknownArgument => format!("「{}」という指定はありません。", context(K::InvalidArg)),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                format!(
                    "「{}」に「{}」は指定できません。",
                    context(K::InvalidArg),
                    context(K::InvalidValue)
                )
            }
            ErrorKind::ArgumentConflict => {
                format!(
                    "「{}」と「{}」は、一緒に指定できません。",
                    context(K::InvalidArg),
                    context(K::PriorArg)
                )
            }
            ErrorKind::MissingRequiredArgument => format!("「{}」を指定してください。", context(K::InvalidArg)),
            _ => "指定のしかたに誤りがあります。".to_owned(),
        };
        anstream::eprintln!("エラー：{what}\n使い方は ayumi --help で表示します。");
    }
}

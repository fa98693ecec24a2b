//! Invented names: companies, people, customers, products. Any likeness is chance.

pub(crate) const COMPANIES: &[&str] = &[
    "サンプル商事",
    "見本テクノロジーズ",
    "架空システムズ",
    "例示ソリューション",
    "Example Works",
    "雛形ネットワーク",
    "ためし情報サービス",
    "Placeholder Partners",
    "仮名データ",
    "もしも電子",
    "Sampleton Systems",
    "たとえば商会",
];
pub(crate) const FAMILY_NAMES: &[&str] = &[
    "見本",
    "例野",
    "仮山",
    "試田",
    "雛川",
    "写本",
    "空木",
    "真似",
    "例沢",
    "仮屋敷",
    "似鳥川",
    "試森",
    "見立",
    "想田",
    "例倉",
    "架橋",
];
pub(crate) const GIVEN_NAMES: &[&str] = &[
    "一郎",
    "花子",
    "健",
    "美咲",
    "翔太",
    "恵",
    "大輔",
    "由美",
    "拓也",
    "直子",
    "亮",
    "さくら",
    "誠",
    "彩",
    "悠",
    "千尋",
];
pub(crate) const ENGLISH_NAMES: &[&str] = &[
    "Alex Sample",
    "Robin Example",
    "Sam Placeholder",
    "Kim Specimen",
    "Jo Instance",
    "Max Fixture",
    "Lee Template",
    "Pat Mockford",
];
pub(crate) const TITLES: &[&str] = &["部長", "課長", "主任", "係長", "担当", "担当", "担当"];
pub(crate) const DEPARTMENTS: &[&str] =
    &["営業第一部", "営業第二部", "ソリューション推進部", "パートナー営業部", "技術部", "Pre-sales"];
pub(crate) const TECHNICAL_DEPARTMENTS: &[&str] = &["技術部", "SE部", "Pre-sales"];
/// Customers with their industries, of which each has two.
pub(crate) const CUSTOMERS: &[(&str, &str)] = &[
    ("あさひ見本工業", "製造"),
    ("ひかり試作製作所", "製造"),
    ("みなと例示病院", "医療"),
    ("Specimen Clinic", "医療"),
    ("つばさ架空銀行", "金融"),
    ("Sample Mutual", "金融"),
    ("さくら仮想物流", "物流"),
    ("はやて例題鉄道", "物流"),
    ("Example Retail", "小売"),
    ("こだま仮設百貨店", "小売"),
    ("あおぞら雛形大学", "教育"),
    ("例文学園", "教育"),
    ("みどり見本建設", "建設"),
    ("架橋土木", "建設"),
    ("見本市役所", "公共"),
    ("例示県庁", "公共"),
];
pub(crate) const REGIONS: &[&str] = &["関東", "関西", "中部", "九州", "東北", "北海道"];
pub(crate) const PRODUCTS: &[&str] = &["Sample Cloud", "Sample Analytics", "Sample Guard"];
pub(crate) const NEWS: &[&str] = &[
    "新バージョンの提供開始",
    "価格改定のお知らせ",
    "キャンペーン施策",
    "Roadmap update",
    "認定制度の変更",
    "導入事例の公開",
];
pub(crate) const TRAININGS: &[&str] = &["製品基礎研修", "提案書の作り方", "PoCの進め方", "Security workshop"];
pub(crate) const EFFORTS: &[&str] = &[
    "最初の提案書を一人で仕上げたこと",
    "お客様の課題を聞き切ったこと",
    "勉強会を自分から開いたこと",
    "Following up every open question within a day",
];
pub(crate) const FEEDBACK_REASONS: &[&str] =
    &["ロードマップの対象外のため", "契約上対応できないため", "Covered by another product"];
pub(crate) const CONTEST_REASONS: &[&str] =
    &["当日は休暇だった", "別の担当者の案件である", "The session did happen"];
pub(crate) const OVERRIDE_REASONS: &[&str] =
    &["上司と電話で確認済み", "部門の会議で直接確認した", "Seen at the joint visit, records follow"];
pub(crate) const OVERRIDERS: &[&str] = &["sales manager", "department head"];
pub(crate) const COMMENTS: &[&str] =
    &["日程を調整して出席した", "次回からは部下も同席する", "Glad to be there, mornings suit me better"];
pub(crate) const LEAVING_REASONS: &[&str] = &["転職", "異動", "家庭の事情"];
pub(crate) const CRITERIA: &[(&str, &str)] = &[
    ("新規案件の発掘数", "prospects"),
    ("初回提案の件数", "proposals"),
    ("PoC合意の件数", "pocs"),
    ("受注件数", "orders"),
];
pub(crate) const OTHER_CRITERIA: &[&str] = &["既存顧客の売上", "部下の育成", "顧客満足度", "間接費の削減"];

using Madoguchi.Shared;

namespace Madoguchi.Cases.Facts;

/// <summary>What the well-known keys are called to people, and where the thing is found. A desk's own words (<see cref="IntakeQuestion"/>) come first.</summary>
public static class FactLabels
{
    private static readonly Dictionary<string, (string Ja, string En)> Labels = new()
    {
        ["name"] = ("お名前", "Name"),
        ["reading"] = ("ふりがな", "How the name is read"),
        ["company"] = ("会社名", "Company"),
        ["email"] = ("メールアドレス", "Mail address"),
        ["phone"] = ("お電話番号", "Phone number"),
        ["address"] = ("ご住所", "Postal address"),
        ["account"] = ("アカウント名", "Account name"),
        ["serialNumber"] = ("シリアルナンバー", "Serial number"),
        ["model"] = ("機種・型番", "Model"),
        ["osVersion"] = ("OS のバージョン", "OS version"),
        ["appVersion"] = ("アプリのバージョン", "App version"),
        ["pageAddress"] = ("ご覧のページ", "Page"),
        ["browser"] = ("ブラウザ", "Browser"),
        ["os"] = ("OS", "System"),
        ["userId"] = ("会員ID(サイト)", "User id on the site"),
        ["siteEmail"] = ("サイトのメールアドレス", "Mail address on the site"),
        ["errorMessage"] = ("エラーメッセージ", "Error message"),
        ["errorText"] = ("エラーメッセージ", "Error message"),
        ["orderNumber"] = ("ご注文番号", "Order number"),
        ["occurredAt"] = ("起きた日時", "When it happened"),
        ["campaign"] = ("キャンペーン", "Campaign"),
        ["code"] = ("コード", "Code"),
        ["receipt"] = ("受付番号(登録)", "Receipt of a registration"),
        ["registrationId"] = ("登録のID", "Registration id"),
        ["tried"] = ("お試しになったこと", "What was tried"),
        ["searched"] = ("ヘルプで探した言葉", "Searched in the help centre"),
        ["readBefore"] = ("読んだ記事", "Articles read"),
        ["promised"] = ("お約束したこと", "What was promised"),
    };

    private static readonly Dictionary<string, (string Ja, string En)> Helps = new()
    {
        ["account"] = ("ログインするときに入力するお名前やメールアドレスです。パスワードはお書きにならないでください。", "What you type to sign in: a name or a mail address. Never send us the password."),
        ["serialNumber"] = (
            "本体の裏や底のラベルに「S/N」または「シリアル」と書かれた英数字です。スマートフォンでは「設定」の「情報」の中にあります。今お手元になければ、あとからで大丈夫です。",
            "Letters and digits after “S/N” on the label at the back or underneath; on a phone, under Settings, About. If it is not at hand, later is fine."),
        ["model"] = ("本体のラベルや箱に書かれた、製品の名前や英数字です。", "The product's name or code, on its label or box."),
        ["osVersion"] = ("「設定」の「情報」または「バージョン情報」に出ている番号です。", "The number shown under Settings, About."),
        ["appVersion"] = ("アプリの「設定」や「アプリについて」の一番下に出ている番号です。", "The number at the bottom of the app's Settings or About."),
        ["errorText"] = ("画面に出ている言葉を、番号も含めてそのままお書きください。画面の写真でもかまいません。", "The words on the screen as they are, numbers too. A picture of the screen is as good."),
        ["orderNumber"] = ("ご注文の確認メールや納品書にあります。", "It stands in the confirmation mail or on the delivery note."),
        ["occurredAt"] = ("だいたいで大丈夫です。", "Roughly is fine."),
    };

    public static IReadOnlyCollection<string> WellKnown => Labels.Keys;

    /// <summary>The key itself where nobody has a word for it.</summary>
    public static string Label(string key, Tongue tongue) => Labels.TryGetValue(key, out var label) ? tongue[label.Ja, label.En] : key;

    public static string? Help(string key, Tongue tongue) => Helps.TryGetValue(key, out var help) ? tongue[help.Ja, help.En] : null;

    public static string LabelIn(this IntakeQuestion question, Tongue tongue) => tongue[question.Label, question.LabelInEnglish ?? question.Label];

    public static string? HelpIn(this IntakeQuestion question, Tongue tongue) => tongue.Code == "ja" ? question.Help : question.HelpInEnglish ?? question.Help;
}

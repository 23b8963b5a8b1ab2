namespace Madoguchi.Cases.Asking;

/// <summary>What people call the well-known facts when they ask for them, folded as <see cref="AskedIn"/> folds a draft.</summary>
public static class Synonyms
{
    private static readonly Dictionary<string, string[]> ByKey = new()
    {
        ["name"] = ["お名前", "ご氏名", "氏名", "フルネーム", "your name", "full name"],
        ["reading"] = ["ふりがな", "フリガナ", "お名前の読み"],
        ["company"] = ["会社名", "御社名", "貴社名", "company name", "name of your company"],
        ["email"] = ["メールアドレス", "メアド", "email", "e-mail", "mail address", "email address", "e-mail address"],
        ["phone"] = ["電話番号", "携帯番号", "ご連絡先のお電話", "phone number", "telephone", "mobile number"],
        ["address"] = ["ご住所", "住所", "送付先", "postal address", "home address", "your address", "shipping address"],
        ["account"] = [
            "アカウント名", "アカウントid", "ユーザー名", "ユーザーid", "ユーザid", "ログインid", "ログイン名", "ご登録のid", "account name", "account id", "username", "user name",
            "user id", "login id", "login name", "which account"],
        ["serialNumber"] = ["シリアル", "シリアルナンバー", "シリアル番号", "シリアルno", "製造番号", "s/n", "serial number", "serial no", "serial"],
        ["model"] = ["型番", "型式", "機種", "機種名", "モデル名", "モデル番号", "品番", "model name", "model number", "which model", "what model", "your model", "the model"],
        ["osVersion"] = [
            "osのバージョン", "osバージョン", "osの種類", "基本ソフト", "windowsのバージョン", "iosのバージョン", "androidのバージョン", "macosのバージョン",
            "os version", "operating system", "version of windows", "version of ios", "version of android", "version of macos", "which os", "what os"],
        ["os"] = ["お使いのos", "osは", "osの種類", "windowsですか", "macですか", "iphoneですか", "operating system", "which os", "what os"],
        ["browser"] = ["ブラウザ", "ブラウザー", "閲覧ソフト", "which browser", "what browser", "your browser", "browser version"],
        ["pageAddress"] = ["どのページ", "ページのアドレス", "ページのurl", "ご覧のページ", "which page", "what page", "address of the page", "page url"],
        ["userId"] = ["会員id", "会員番号", "member id", "user id on"],
        ["appVersion"] = ["アプリのバージョン", "アプリバージョン", "app version", "version of the app"],
        ["errorText"] = [
            "エラーメッセージ", "エラーの文", "エラー文", "エラー表示", "エラーの内容", "エラー内容", "エラーコード", "エラー番号", "error message", "error text", "error code",
            "message on the screen"],
        ["orderNumber"] = ["注文番号", "受注番号", "order number", "order id"],
        ["occurredAt"] = ["いつ頃から", "いつごろから", "いつから", "発生日時", "when did it", "when did this", "since when"],
        ["tried"] = ["お試しになったこと", "お試しになりましたか", "試されたこと", "試されましたか", "試したこと", "何を試", "have you tried", "did you try", "already tried"],
    };

    public static IReadOnlyCollection<string> Keys => ByKey.Keys;

    public static IReadOnlyList<string> Of(string key) => ByKey.TryGetValue(key, out var words) ? words : [];
}

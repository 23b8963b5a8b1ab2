using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Settings;

/// <summary>Why a field was refused, in the page's language. The API speaks English; what has no Japanese here still says where to look.</summary>
public static partial class Reasons
{
    private static readonly Dictionary<string, string> Japanese = new()
    {
        ["Something must be written here."] = "何か書いてください。",
        ["Leave it out, or write something."] = "空のままにするか、何か書いてください。",
        ["Line breaks, control and direction signs are not allowed here."] = "改行や、目に見えない文字は使えません。",
        ["A language code such as ja or en is needed."] = "ja や en のような言葉の符号で書いてください。",
        ["One to twenty languages are needed."] = "言葉を1つから20まで書いてください。",
        ["An origin is scheme://host[:port]."] = "https://www.example.jp のように、アドレスの初めの部分だけを書いてください。",
        ["This is not a telephone number."] = "電話番号ではないようです。数字とハイフンで書いてください。",
        ["This is not a mail address."] = "メールアドレスではないようです。",
        ["1 to 336 hours."] = "1時間から336時間までにしてください。",
        ["Make another desk the reception: there is always one."] = "受付はいつも1つ要ります。別の窓口を受付にしてください。",
        ["1 to 8760 hours."] = "1から8760までの時間で書いてください。",
        ["1 to 1440 minutes."] = "1から1440までの分で書いてください。",
        ["1 to 40 of a-z, 0-9 and hyphens, not at the ends."] = "a–z、0–9、ハイフンで40文字まで。初めと終わりにハイフンは使えません。",
        ["There is a desk of that name in addresses already."] = "そのアドレスの名前は、別の窓口が使っています。",
        ["A time such as 9:00 is needed; the day ends at 24:00."] = "9:00–12:00, 13:00–18:00 のように書いてください。一日の終わりは 24:00 です。",
        ["Each span ends after it begins; over midnight it takes two."] = "終わりは始まりより後にしてください。真夜中をまたぐときは、24:00 までと 0:00 からに分けます。",
        ["These spans overlap."] = "時間が重なっています。",
        ["At most 10 spans a day."] = "1日10区切りまでです。",
        ["On at least one day the desk is open."] = "開く曜日が1つは要ります。",
        ["A day such as 2026-12-29 is needed."] = "日付を選んでください。",
        ["A day such as 2027-01-03 is needed."] = "日付を選んでください。",
        ["The last day is not before the first."] = "最後の日は、最初の日より後にしてください。",
        ["At most 200 closures."] = "休業は200までです。",
        ["At most 200 products."] = "製品は200までです。",
        ["At most 500 words."] = "500語までです。",
        ["At most 100 numbers."] = "番号は100までです。",
        ["At most 100 desks."] = "窓口は100までです。",
        ["It closes after it opens."] = "締切は開始より後にしてください。",
        ["A time in this century or the next is needed."] = "日と時刻を選んでください。",
        ["0 to 365 days."] = "0から365までの日数で書いてください。",
        ["1 to 10000 at once."] = "1から10000までの数で書いてください。",
        ["One of these codes is in this campaign already."] = "この中に、もう入っているコードがあります。",
        ["There is a campaign of that slug already."] = "そのアドレスの名前は、別のキャンペーンが使っています。",
        ["1 to 60 of a-z, 0-9 and hyphens, not at the ends; not new, not receipts."] = "a–z、0–9、ハイフンで60文字まで。初めと終わりにハイフンは使えません(new と receipts も使えません)。",
        ["One of these desks does not exist any more."] = "この中に、ない窓口があります。",
        ["There is a remedy of that name in addresses already."] = "そのアドレスの名前は、別の補償が使っています。",
        [$"0 to {Remedies.Grant.Most}, whole."] = "0以上の整数で書くか、空のままにしてください。",
        ["This is not the code in the log."] = "この合言葉ではありません。サーバーを起動したときの記録に「setup?code=…」と出ています。",
        [$"At least {SignIn.Passwords.Shortest} characters."] = $"{SignIn.Passwords.Shortest}文字以上にしてください。",
        ["There is an agent of that address already."] = "そのアドレスの担当者がすでにいます。",
    };

    public static string In(Tongue t, string why) => t.Code != "ja" ? why
        : Japanese.TryGetValue(why, out var ja) ? ja
        : TooLong().Match(why) is { Success: true } m ? $"{m.Groups[1].Value}文字までにしてください（今は{m.Groups[2].Value}文字です）。"
        : "この欄を見直してください。";

    [GeneratedRegex("^At most ([0-9]+) characters; this has ([0-9]+)\\.$")]
    private static partial Regex TooLong();
}

using Madoguchi.Shared;

namespace Madoguchi.Mail.Proving;

public static class CodeLetter
{
    public static string Subject(string desk, Tongue t) => t[$"【{desk}】確認番号", $"[{desk}] Your code"];

    public static string Text(Proves proves, string desk, Tongue t) => string.Join('\n',
    [
        t["確認番号です。", "Your code:"],
        "",
        "    " + Letter.Code,
        "",
        proves is Proves.Address
            ? t["この番号を、お開きのページに入れてください。このアドレスに、お返事をお届けできるようになります。", "Type it on the page that you have open. From then on, answers can be sent to this address."]
            : t["この番号を、お開きのページに入れてください。お客様番号でのお話を開きます。", "Type it on the page that you have open, to see what you told us under your customer number."],
        t["15分間有効です。", "It is good for 15 minutes."],
        "",
        t["お心当たりがなければ、何もなさらないでください。この番号をだれにも伝えないでください。窓口からお尋ねすることもありません。", "If this was not you, do nothing. Give the code to nobody; we never ask for it."],
        "",
        desk,
        "",
    ]);
}

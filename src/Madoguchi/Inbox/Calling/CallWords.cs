using Madoguchi.Calls.Taking;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Calling;

/// <summary>What the sheet says when something is not right. What was typed is still there.</summary>
public static class CallWords
{
    public static string TooMany(Tongue t) => t["だれのものでもない番号が続きました。お客様に一文字ずつ確かめて、しばらくしてからお試しください。", "Too many numbers that are nobody’s. Have it read out sign by sign, and try again later."];

    public static string Slip(Tongue t) => t["番号のどこかが違うようです。一文字ずつ、読み方で確かめてください(例: 7はなな、Kはキング)。", "One sign of the number is not right. Have it read out with the words (7 seven, K kilo)."];

    public static string Nobodys(Tongue t) => t["この番号のお客様は見つかりません。一文字ずつ確かめてください。", "There is no customer of this number. Have it read out sign by sign."];

    public static string Nobody(Tongue t) => t["この窓口で見られるお客様には見つかりません。このまま書きとめれば、新しい番号をお渡しします。", "Nobody whom you may see. Written down as it is, the caller gets a new number."];

    public static string Wrong(string at, Tongue t) => at switch
    {
        "/text" => t["お話を書いてください(20,000文字まで)。ほかの欄はなくてもかまいません。", "Write down what was told, at most 20,000 characters. The rest may stay empty."],
        "/phone" => t["お電話番号を確かめてください。わからなければ空のままで大丈夫です。", "Check the telephone number. If it is not known, leave it empty."],
        "/email" => t["メールアドレスを確かめてください。わからなければ空のままで大丈夫です。", "Check the mail address. If it is not known, leave it empty."],
        "/customerNumber" => Slip(t),
        _ => t["長すぎるか、使えない文字のある欄があります。お名前などは一行、200文字までにしてください。", "One of the lines is too long or holds signs that cannot be used: one line, at most 200 characters."],
    };

    public static string Explain(CallRefusal why, Tongue t) => why switch
    {
        CallRefusal.UnknownDesk => t["この窓口は見つかりません。", "There is no such desk."],
        CallRefusal.NotAtThisDesk => t["ご自分の窓口を選んでください。", "Choose a desk of your own."],
        CallRefusal.UnknownNumber => Nobodys(t),
        CallRefusal.UnknownCase => t["この用件は続けられません。お客様をもう一度探してください。", "This case cannot be gone on with. Find the customer again."],
        CallRefusal.Closed => t["終わった用件です。新しい用件として書きとめてください。", "The case is closed. Write it down as a new matter."],
        CallRefusal.CustomerWaits => t["お客様はご自分の言語で待つことを望んでいます。", "The customer would rather wait for their own language."],
    };
}

using Madoguchi.Cases;
using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Calls.CallingBack;

/// <summary>We have called, and did not reach them.</summary>
public static class TriedLetter
{
    public static string Subject(string desk, Tongue t) => t[$"【{desk}】お電話しましたが、つながりませんでした", $"[{desk}] We called and did not reach you"];

    public static string Text(Case theCase, string desk, bool wasWrong, Tongue t) => string.Join('\n',
    [
        t[$"「{PlainText.Preview(theCase.Subject, 60)}」の件で折り返しお電話しましたが、" + (wasWrong ? "伺っていた番号ではつながりませんでした。" : "お出になれないようでした。"),
            $"We called you back about “{PlainText.Preview(theCase.Subject, 60)}”, " + (wasWrong ? "but the number that we have is not yours." : "but did not reach you.")],
        t["次のページで、ご都合のよい時間や別の番号をお知らせください。画面でこのままお話しいただくこともできます。", "On this page you can tell us a better time or another number, or go on in writing:"],
        Letter.Link,
        "",
        t["このメールに返信されても、こちらには届きません。", "A reply to this mail does not reach us."],
        "",
        desk,
        "",
    ]);
}

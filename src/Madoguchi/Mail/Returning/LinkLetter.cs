using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;

namespace Madoguchi.Mail.Returning;

/// <summary>The way back, for who has gone in the middle.</summary>
public static class LinkLetter
{
    public static string Subject(Case theCase, string desk, Tongue t) =>
        t[$"【{desk}】続きのリンク: {PlainText.Preview(theCase.Subject, 60)}", $"[{desk}] Your way back: {PlainText.Preview(theCase.Subject, 60)}"];

    public static string Text(Case theCase, Customer customer, string desk, Tongue t) => Paper.Around(
        t[$"「{PlainText.Preview(theCase.Subject, 60)}」のお話は、次のページでいつでも続けられます。これまでのやりとりも、そのまま残っています。",
            $"You can go on with “{PlainText.Preview(theCase.Subject, 60)}” at any time on this page. Everything said so far is still there."]
        + "\n" + Letter.Link + "\n\n"
        + t["このメールに返信されても、こちらには届きません。お返事は、上のページにお書きください。", "A reply to this mail does not reach us: please write on the page."], customer, desk, t);
}

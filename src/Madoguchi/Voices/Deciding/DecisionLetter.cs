using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

/// <summary>What became of what they told us, for somebody whose case is closed.</summary>
public static class DecisionLetter
{
    public static string Subject(string subject, string desk, Tongue t) => t[$"【{desk}】いただいた声について: {PlainText.Preview(subject, 60)}", $"[{desk}] About what you told us: {PlainText.Preview(subject, 60)}"];

    public static string Text(string words, Customer customer, string desk, Tongue t) => Paper.Around(
        t["以前お寄せくださった声について、決まったことをお知らせします。", "You told us something some time ago. This is what became of it."] + "\n\n"
        + words.Replace(Letter.Link, "{ link }", StringComparison.Ordinal).Replace(Letter.Code, "{ code }", StringComparison.Ordinal) + "\n\n----\n" + Paper.HowToAnswer(t)
        + "\n\n" + t["こうしたお知らせがご不要なときは、こちらで止められます。\n", "If you would rather not hear what became of it, say so here:\n"] + Letter.Link + "/news", customer, desk, t);
}

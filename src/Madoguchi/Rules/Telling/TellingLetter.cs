using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Telling;

/// <summary>The desk writes first: nobody has asked yet.</summary>
public static class TellingLetter
{
    public static string Subject(string subject, string desk, Tongue t) => t[$"【{desk}】お知らせ: {PlainText.Preview(subject, 60)}", $"[{desk}] For your information: {PlainText.Preview(subject, 60)}"];

    public static string Text(string words, Customer customer, string desk, Tongue t) => Paper.Around(
        t["こちらから先に、お知らせいたします。", "We are writing to you before you had to ask."] + "\n\n"
        + words.Replace(Letter.Link, "{ link }", StringComparison.Ordinal).Replace(Letter.Code, "{ code }", StringComparison.Ordinal) + "\n\n----\n" + Paper.HowToAnswer(t), customer, desk, t);
}

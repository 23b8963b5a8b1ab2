using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Mail.Writing;

/// <summary>What every letter begins and ends with.</summary>
public static class Paper
{
    /// <param name="desk">The desk's name in the reader's language.</param>
    public static string Around(string words, Customer customer, string desk, Tongue t) => string.Join('\n',
    [
        customer.Addressed(t) is { } name ? t[name, $"Dear {name},"] : t["お客様", "Hello,"],
        "",
        words,
        "",
        t[$"お客様番号 {CustomerNumber.Parse(customer.Number).Printed}", $"Your customer number: {CustomerNumber.Parse(customer.Number).Printed}"],
        t["このリンクはご本人だけのものです。ほかの方に渡さないでください。", "The link is yours alone. Please give it to nobody else."],
        "",
        desk,
        "",
    ]);

    /// <summary>How to go on: by the link, for nobody reads what is sent to our address.</summary>
    public static string HowToAnswer(Tongue t) => t[
        "お返事は、次のページにお書きください(このメールに返信されても、こちらには届きません)。\n" + Letter.Link,
        "To answer, please write on this page (a reply to this mail does not reach us):\n" + Letter.Link];
}

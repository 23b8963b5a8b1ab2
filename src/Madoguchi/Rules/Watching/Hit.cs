using Madoguchi.Customers;
using Madoguchi.ProductLog;

namespace Madoguchi.Rules.Watching;

/// <summary>What an event says about whom it is about, and how to reach them.</summary>
public static class Hit
{
    private static readonly string[] Mails = ["data.email", "data.mail", "data.mailAddress", "data.emailAddress", "data.e-mail", "data.user.email", "data.account.email", "data.customer.email", "subject"];
    private static readonly string[] Languages = ["data.language", "data.lang", "data.locale"];

    public static string? Mail(ProductEvent told) => Mails.SelectMany(told.Values).FirstOrDefault(v => v.Length <= 200 && Reachable.CanBe(AddressKind.Mail, v))?.Trim();

    /// <summary>The language alone: <c>ja-JP</c> is ja.</summary>
    public static string? Language(ProductEvent told) =>
        Languages.SelectMany(told.Values).Select(v => v.Split('-', '_')[0].ToLowerInvariant()).FirstOrDefault(v => v.Length is 2 or 3 && v.All(char.IsAsciiLetterLower));
}

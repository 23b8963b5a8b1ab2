using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Mail;

/// <summary>An address that a mail server understands (RFC 5321), made from what a person typed.</summary>
public static partial class MailAddress
{
    private static readonly IdnMapping Names = new();

    /// <summary>Null when nobody could write there: quoted local parts and such outside ASCII are not for us.</summary>
    public static string? Of(string typed)
    {
        var text = PlainText.Normal(typed, System.Text.NormalizationForm.FormKC).Trim();
        if (text.Split('@') is not [var local, var host] || local.Length > 64 || !Local().IsMatch(local))
            return null;
        try
        {
            var name = Names.GetAscii(host);
            return name.Length <= 253 && Host().IsMatch(name) ? $"{local}@{name}" : null;
        }
        catch (ArgumentException)
        {
            return null; // no name that could be written in ASCII
        }
    }

    /// <summary>Enough to know one's own address by, and no more.</summary>
    public static string Masked(string address)
    {
        var at = address.LastIndexOf('@');
        return at <= 0 ? "…" : $"{address[0]}…{address[at..]}";
    }

    // A leading hyphen would be an option to a program; dots stand between words.
    [GeneratedRegex(@"^(?!-)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Local();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}

using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing;

/// <summary>By what one sees that two contacts are one person's: the addresses and telephones that were left, the number that was named, and one's own.</summary>
public static class Person
{
    private static readonly string[] WithoutDots = ["gmail.com", "googlemail.com"];

    /// <returns>One or more signs with a blank between; who left nothing has a number of their own, and counts.</returns>
    public static string Of(IEnumerable<(AddressKind Kind, string Folded)> addresses, string? claimed, string? own, Id<Case> theCase)
    {
        string[] signs =
        [
            .. addresses.OrderBy(a => a.Kind).ThenBy(a => a.Folded, StringComparer.Ordinal).Select(a => a.Kind is AddressKind.Mail ? Mailbox(a.Folded) : a.Folded).Select(s => s.Replace(" ", "", StringComparison.Ordinal)),
            .. new[] { claimed, own }.OfType<string>().Select(n => "#" + n),
        ];
        return signs.Length == 0 ? theCase.ToString() : string.Join(' ', signs.Where(s => s.Length > 0).Distinct());
    }

    /// <summary>The mailbox behind an address: sora+1@example.jp and sora+2@example.jp are one, and where dots do not count, so is s.ora@gmail.com.</summary>
    public static string Mailbox(string folded)
    {
        var at = folded.LastIndexOf('@');
        if (at <= 0)
            return folded;
        var (name, house) = (folded[..at], folded[(at + 1)..]);
        var plain = name.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? name[..plus] : name;
        return WithoutDots.Contains(house) ? $"{plain.Replace(".", "", StringComparison.Ordinal)}@{WithoutDots[0]}" : $"{plain}@{house}";
    }
}

using System.Text.RegularExpressions;

namespace Madoguchi.Customers.Phones;

internal static class Regexes
{
    public static Regex Whole(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);

    public static Regex Prefix(string pattern) => new($@"\A(?:{pattern})", RegexOptions.CultureInvariant);
}

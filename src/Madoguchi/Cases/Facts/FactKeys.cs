using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>The keys that the house knows, and where a fact belongs by its key.</summary>
public static class FactKeys
{
    /// <summary>The longest value of a fact, in UTF-16 units.</summary>
    public const int LongestValue = 2_000;

    /// <summary>Things done or promised: each telling adds, none replaces another.</summary>
    public static readonly IReadOnlySet<string> Lists = new HashSet<string> { "tried", "promised" };

    private static readonly HashSet<string> Device = ["serialNumber", "model", "osVersion"];
    private static readonly HashSet<string> Person = ["name", "reading", "phone", "address", "email", "account", "userId", "siteEmail"];

    // They become the customer's name and addresses, which stand in one line.
    private static readonly HashSet<string> Lines = ["name", "reading", "email", "phone"];

    public static Scope ScopeOf(string key) => Device.Contains(key) ? Scope.Device : Person.Contains(key) ? Scope.Person : Scope.Case;

    public static IEnumerable<(string Pointer, string Why)> Errors(string at, string key, string? value)
    {
        if (key.Length is 0 or > 60 || !char.IsAsciiLetter(key[0]) || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            yield return (at, "A key is a letter, then letters, digits, dots, hyphens: at most 60 characters.");
        if (value is null)
            yield return (at, "A fact has a value.");
        else
        {
            foreach (var error in Lines.Contains(key) ? Checks.Line(at, value) : Checks.Words(at, value, LongestValue))
                yield return error;
        }
    }
}

using Madoguchi.Shared;

namespace Madoguchi.Cases.Wording;

/// <summary>The reason for sending what was held back.</summary>
public static class Overriding
{
    public const int Longest = 500;

    public static IEnumerable<(string Pointer, string Why)> Errors(string at, string? because) => because is null ? [] : Checks.Words(at, because, Longest);
}

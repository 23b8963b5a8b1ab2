using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>A free word by which the house finds its cases again (タグ). Customers never see it.</summary>
public sealed class CaseTag
{
    public const int Longest = 40;
    public const int AtMost = 20;

    public required Id<Case> CaseId { get; init; }

    /// <summary>What makes two words equal: width, case, kana and white space make no difference.</summary>
    public required string Folded { get; init; }

    public required string Word { get; init; }
}

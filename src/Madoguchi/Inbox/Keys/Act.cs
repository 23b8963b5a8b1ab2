using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Keys;

/// <summary>Where an act belongs: to the hand, to the open case, to a place one goes to, or to places of administrators.</summary>
public enum Reach { Hand, Case, Place, Administration }

/// <summary>One thing that can be done in the workspace, as the keys sheet and the palette both tell it.</summary>
/// <param name="Does">A name for it in one word; an act without a key is found in the page by <c>data-does</c>.</param>
/// <param name="Key">What to press: <c>h</c>, or <c>j k</c> for two that belong together. Empty: it is in the palette only.</param>
/// <param name="Reading">The Japanese name as it is typed before it is converted, and other words for it.</param>
/// <param name="Also">Other English words for it.</param>
/// <param name="Address">Where it is without scripts; <c>{case}</c> is the open case. Empty: it is of the hand alone, and not in the palette.</param>
/// <param name="Sheet">The address is a sheet.</param>
public sealed record Act(Reach Reach, string Does, string Key, string Name, string NameInEnglish, string Reading, string Also = "", string Address = "", bool Sheet = false)
{
    public string NameIn(Tongue t) => t[Name, NameInEnglish];

    /// <summary>All words by which it is found.</summary>
    public string Words => $"{Name} {Reading} {NameInEnglish} {Also}";

    public bool Answers(string asked) => asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).All(Folding.Fold(Words).Contains);
}

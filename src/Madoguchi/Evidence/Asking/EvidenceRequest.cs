using Madoguchi.Cases.Wording;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Asking;

/// <param name="Wanted">What would help: <c>capture</c>, <c>mail</c>, <c>errorText</c>, <c>file</c>. The customer gets the steps for each.</param>
/// <param name="Words">The agent's own words to it.</param>
/// <param name="Device">Whose steps come first; without it, by what the customer has told of the device.</param>
/// <param name="Because">Sends words that were held back; the reason stays in the house.</param>
public sealed record EvidenceRequest(IReadOnlyList<Wanted> Wanted, string? Words = null, AskedDevice? Device = null, string? Because = null) : IChecked
{
    public const int Longest = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors()
    {
        if (Wanted.Count == 0)
            yield return ("/wanted", "At least one is needed.");
        if (Wanted.Count > Enum.GetValues<Wanted>().Length)
            yield return ("/wanted", "Each once.");
        foreach (var error in (Words is null ? [] : Checks.Words("/words", Words, Longest)).Concat(Overriding.Errors("/because", Because)))
            yield return error;
    }
}

/// <param name="Entry">The number on the timeline.</param>
public sealed record EvidenceRequested(int Entry, IReadOnlyList<string> Wanted, string? Device);

/// <summary>Why it was not asked.</summary>
public enum EvidenceAskRefusal { Unknown, WithAnotherDesk, SendsAway, NeedsFinding, NeedsApproval }

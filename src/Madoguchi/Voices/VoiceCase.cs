using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>How a case came to a voice: drawn from it, added by hand, by its error text, with an incident, or with another voice that is the same.</summary>
public enum Landed { Drawn, Added, Fitted, Incident, Merged }

/// <summary>Somebody who says it: one case behind a voice, and how strongly it is said there.</summary>
public sealed class VoiceCase
{
    public required Id<Voice> VoiceId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
    public Landed How { get; init; }

    /// <summary>The voice that it came along with, to be taken apart again.</summary>
    public Id<Voice>? FromId { get; init; }

    /// <summary>When the customer said it: by this, not by when it was noted, it is recent or not.</summary>
    public required DateTimeOffset SaidAt { get; set; }

    /// <summary>How hot it is said, 0 to 1.</summary>
    public double Intensity { get; set; }

    /// <summary>What it adds to what this customer had said before (<see cref="Warming.Adds"/>); the first of a customer's is 0.</summary>
    public int Turn { get; set; }
    public double Slow { get; set; }
    public double Fast { get; set; }
    public double Loud { get; set; }

    /// <summary>The customer's own words, without names.</summary>
    public string? Quote { get; set; }

    /// <summary>Who has written the quote anew, or hidden it: it is not chosen by itself any more.</summary>
    public string? QuoteBy { get; set; }
    public DateTimeOffset? QuoteHiddenAt { get; set; }

    /// <summary>The version in which it was said to be fixed when this customer came with it all the same.</summary>
    public string? Again { get; set; }
}

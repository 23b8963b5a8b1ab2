namespace Madoguchi.Care.Folding;

/// <summary>What had gone wrong on our side before a customer became angry.</summary>
public enum ReasonKind
{
    /// <summary>Asked for what they had told already.</summary>
    AskedTwice,

    /// <summary>The contact broke off midway.</summary>
    BrokenOff,

    /// <summary>Handed from desk to desk.</summary>
    HandedOver,

    /// <summary>A promised check, call back or answer came late.</summary>
    PromiseLate,

    /// <summary>Somebody looked, and the customer was right.</summary>
    WasRight,

    /// <summary>What we called solved was not.</summary>
    NotSolved,

    /// <summary>They waited longer than we had said.</summary>
    WaitedLonger,

    /// <summary>Not answered for days.</summary>
    Unanswered,

    /// <summary>Hit by what hit many.</summary>
    Outage,
}

/// <param name="Count">How often; of waiting, how many minutes longer, or how many days.</param>
public sealed record Reason(ReasonKind Kind, int Count);

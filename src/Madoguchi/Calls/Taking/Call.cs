using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Calls.Taking;

/// <summary>A customer on the telephone, written down. Only the desk and the text are needed.</summary>
/// <param name="Desk">The slug of the desk that was called.</param>
/// <param name="Text">What the customer told, in one piece.</param>
/// <param name="CustomerNumber">The number as read out, in any form; without it the caller gets a new one.</param>
/// <param name="Reading">How the name is read.</param>
/// <param name="Language">BCP 47; the customer's own, or the desk's first when missing.</param>
/// <param name="Facts">What was told besides, by key.</param>
/// <param name="CaseId">The open case of this customer that the call is about; a new one when missing.</param>
public sealed record Call(
    string Desk, string Text, string? CustomerNumber = null, string? Phone = null, string? Name = null, string? Reading = null, string? Email = null, string? Language = null,
    IReadOnlyDictionary<string, string>? Facts = null, Id<Case>? CaseId = null) : IChecked
{
    /// <summary>Told the same way, it would be this.</summary>
    internal Contact Story => new(Text, Desk, Name, Email, Phone, Language, Facts: Facts);

    /// <summary>Whom nobody knows yet gets a number.</summary>
    internal bool IsFirst => CustomerNumber is null && CaseId is null;

    /// <summary>Everything told beside the story, by key.</summary>
    internal IEnumerable<(string Key, string Value)> Told =>
        new[] { ("name", Name), ("reading", Reading), ("phone", Phone), ("email", Email) }.Where(f => f.Item2 is not null && Facts?.ContainsKey(f.Item1) != true)
            .Select(f => (f.Item1, f.Item2!)).Concat((Facts ?? new Dictionary<string, string>()).Select(f => (f.Key, f.Value))); // filtered: not null

    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Story.Errors(), .. Checks.Line("/reading", Reading), .. Number()];

    private IEnumerable<(string Pointer, string Why)> Number()
    {
        if (CustomerNumber is not null && Customers.CustomerNumber.Read(CustomerNumber, out _) is not NumberReading.Right)
            yield return ("/customerNumber", "The number has a slip of the pen in it. Have it read out sign by sign, or leave it out: the caller gets a new one.");
    }
}

/// <param name="Spoken">The number as it is said on the telephone, in the case's language.</param>
public sealed record CallMade(string CustomerNumber, Id<Case> CaseId, string Spoken);

/// <summary>Why a call was not written down.</summary>
public enum CallRefusal { UnknownDesk, NotAtThisDesk, UnknownNumber, UnknownCase, Closed, CustomerWaits }

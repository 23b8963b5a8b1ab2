using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Contacting;

/// <summary>A story told at the window. Only the text is needed; nothing missing blocks.</summary>
/// <param name="Desk">The slug of a desk; the reception when missing.</param>
/// <param name="Language">BCP 47; Japanese when missing.</param>
/// <param name="CustomerNumber">A number that the customer has; claimed only.</param>
/// <param name="Facts">What is already known, by key.</param>
public sealed record Contact(
    string Text, string? Desk = null, string? Name = null, string? Email = null, string? Phone = null, string? Language = null, string? Product = null,
    string? Problem = null, string? CustomerNumber = null, IReadOnlyDictionary<string, string>? Facts = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/text", Text), .. Checks.Line("/desk", Desk), .. Checks.Line("/name", Name), .. Checks.Line("/email", Email), .. Checks.Line("/phone", Phone),
        .. Checks.Language("/language", Language), .. Checks.Line("/product", Product), .. Checks.Line("/problem", Problem),
        .. Number(), .. Told(), .. Mail(),
    ];

    /// <summary>The first sentence or so: what a list shows until somebody gives a better subject.</summary>
    public string Subject => SubjectOf(Text);

    public static string SubjectOf(string text)
    {
        var first = text.Trim().Split(['\n', '。', '!', '?', '！', '？'], 2)[0];
        return PlainText.Preview(first.Length == 0 ? text : first, 60);
    }

    /// <summary>Nothing is told yet: they took a place in line first. Only a page of ours sends such a one.</summary>
    public bool IsUntold => string.IsNullOrWhiteSpace(Text);

    private IEnumerable<(string Pointer, string Why)> Number()
    {
        if (CustomerNumber is not null && Customers.CustomerNumber.Read(CustomerNumber, out _) is not NumberReading.Right)
            yield return ("/customerNumber", "The number has a slip of the pen in it. Check it, or leave it out: the contact works without.");
    }

    private IEnumerable<(string Pointer, string Why)> Mail()
    {
        if (Email is not null && !(Email.Trim().Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !Email.Trim().Contains(' ', StringComparison.Ordinal)))
            yield return ("/email", "This is not a mail address.");
        if (Phone is { } phone && phone.Count(char.IsDigit) is < 5 or > 20)
            yield return ("/phone", "This is not a telephone number.");
    }

    private IEnumerable<(string Pointer, string Why)> Told() =>
        Facts is null ? [] : Facts.Count > 50 ? [("/facts", "At most 50 facts at once.")]
            : Facts.SelectMany(f => FactKeys.Errors("/facts/" + f.Key, f.Key, f.Value));
}

/// <param name="Token">Opens this one case to the customer; shown once.</param>
/// <param name="Url">The customer's page.</param>
public sealed record ContactMade(string CustomerNumber, Id<Case> CaseId, string Token, string Url);

public enum ContactRefusal { UnknownDesk }

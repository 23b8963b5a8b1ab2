using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Line.Joining;

/// <param name="Phone">Needed for a call back.</param>
/// <param name="NotBefore">The beginning of a time that the customer has chosen instead of waiting.</param>
/// <param name="NotAfter">Its end.</param>
public sealed record NewTicket(Id<Case> CaseId, Through By, string? Phone = null, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null) : IChecked
{
    private const int LongestPhone = 40;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/phone", Phone, LongestPhone),
        .. Phone is { } phone && phone.Count(char.IsDigit) < 5 ? [("/phone", "A telephone number is needed, with its area code.")] : Array.Empty<(string, string)>(),
        .. By is Through.Call && Phone is null ? [("/phone", "To be called back, a telephone number is needed.")] : Array.Empty<(string, string)>(),
        .. NotAfter <= NotBefore ? [("/notAfter", "It must be after notBefore.")] : Array.Empty<(string, string)>(),
    ];
}

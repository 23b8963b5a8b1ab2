using Madoguchi.Calls.Drafting;
using Madoguchi.Calls.Taking;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Calling;

/// <summary>The sheet as it is filled in so far. Nothing of it is needed but the words.</summary>
/// <param name="Asked">What the agent looks for: a number, a telephone, a name.</param>
/// <param name="Picked">The number of the customer who was found.</param>
public sealed record TypedCall(HalfTaken Written, string? Asked = null, string? Picked = null, Id<Case>? CaseId = null, string? Key = null)
{
    private const string Fact = "fact.";

    public static async ValueTask<TypedCall?> BindAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var facts = form.Keys.Where(k => k.StartsWith(Fact, StringComparison.Ordinal)).Select(k => (Key: k[Fact.Length..], Value: Of(k))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!); // filtered: not null
        var asked = Of("q");
        var written = new HalfTaken(Of("text"), Of("desk"), Of("number"), Of("name"), Of("reading"), Of("phone"), Of("email"), Of("language"), facts.Count == 0 ? null : facts);
        return new(written, asked, form.TryGetValue("pick", out var pick) ? pick.ToString() : null, Id<Case>.TryParse(Of("caseId"), null, out var id) ? id : null, Of("key"));

        // What cannot be stored is as good as not written.
        string? Of(string field) => form[field].ToString() is { } value && !string.IsNullOrWhiteSpace(value) && PlainText.IsStorable(value) ? value : null;
    }

    /// <summary>What stands in the finding line says who calls, found or not: nothing written is thrown away.</summary>
    public Call At(string desk)
    {
        var number = Written.CustomerNumber ?? (CustomerNumber.TryParse(Asked, out _) ? Asked : null);
        var (phone, mail) = (Written.Phone, Written.Email);
        if (Written.CustomerNumber is null && number is null && Asked is not null)
        {
            mail ??= Reachable.CanBe(AddressKind.Mail, Asked) ? Asked : null;
            phone ??= mail != Asked && Reachable.CanBe(AddressKind.Phone, Asked) && Asked.All(c => !char.IsLetter(c)) ? Asked : null;
        }

        return new(desk, Written.Text ?? "", number, phone, Written.Name, Written.Reading, mail, Written.Language, Written.Facts, CaseId);
    }
}

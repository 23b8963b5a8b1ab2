using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.ProductLog.Tying;

public sealed record KeyValue(string Value) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Line("/value", Value);
}

public sealed record CustomerKeyView(string Name, string Value, DateTimeOffset At, string By)
{
    public static CustomerKeyView Of(CustomerKey key) => new(key.Name, key.Value, key.At, key.ByName);
}

public sealed record CustomerKeyList(IReadOnlyList<CustomerKeyView> Keys);

public static class KeysEndpoint
{
    private const string All = "/customers/{number}/keys";
    private const string One = All + "/{name}";
    private const int LongestName = 60;

    public static void MapCustomerKeys(this IEndpointRouteBuilder agents)
    {
        agents.MapGet(All, List).WithName("listCustomerKeys").WithSummary("By which keys of the products this customer is known");
        agents.MapPut(One, Tie).WithName("tieCustomerKey").WithSummary("Ties a product's key to the customer: events with it are theirs, earlier ones too").ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete(One, Untie).WithName("untieCustomerKey").WithSummary("The key is not this customer's");
    }

    /// <summary>What a key may be called.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static async Task<Results<Ok<CustomerKeyList>, ProblemHttpResult>> List(string number, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.CustomerBefore(agent, number, clock.Now, ct) is { } customer ? TypedResults.Ok(new CustomerKeyList([.. (await db.KeysOf(customer.Id, ct)).Select(CustomerKeyView.Of)])) : Problem.NotFound;

    private static async Task<Results<Ok<CustomerKeyView>, ProblemHttpResult>> Tie(string number, string name, Body<KeyValue> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!IsName(name))
            return Problem.Invalid("name", $"A letter, then letters, digits, dots, hyphens: at most {LongestName} characters.");
        var now = clock.Now;
        return (await writes.Write(db => db.TieKey(number, name, body.Value.Value, agent, now), ct)).Refused(out var why, out var tied) ? Explain(why) : TypedResults.Ok(CustomerKeyView.Of(tied));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Untie(string number, string name, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return IsName(name) && await writes.Write(db => db.UntieKey(number, name, agent, now), ct) ? TypedResults.NoContent() : Problem.NotFound;
    }

    private static ProblemHttpResult Explain(TieRefusal why) => why switch
    {
        TieRefusal.Unknown => Problem.NotFound,
        TieRefusal.TooMany => Problem.Of(409, "too-many-keys", "This customer has too many keys.", $"At most {TiesMapping.Most}. Take one away first."),
    };
}

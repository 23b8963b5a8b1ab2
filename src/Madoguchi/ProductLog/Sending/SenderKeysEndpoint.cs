using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.ProductLog.Sending;

public sealed record NewSenderKey(string Name) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Line("/name", Name);
}

public sealed record SenderKeyList(IReadOnlyList<PurposeKeyView> Keys);

public static class SenderKeysEndpoint
{
    private const string All = "/product-log/keys";

    public static void MapSenderKeys(this IEndpointRouteBuilder administrators)
    {
        administrators.MapPost(All, Make).WithName("makeSenderKey").WithSummary("A new key with which a product tells what happened, and can do nothing else").ProducesProblem(409);
        administrators.MapGet(All, List).WithName("listSenderKeys").WithSummary("The keys of the products, by their first characters");
        administrators.MapDelete(All + "/{keyId:id}", Revoke).WithName("revokeSenderKey").WithSummary("The key opens nothing more");
    }

    private static async Task<Results<Created<PurposeKeyMade>, ProblemHttpResult>> Make(Body<NewSenderKey> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, key) = (clock.Now, Secret.New("mk_"));
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MakePurposeKey(PurposeKey.ProductLog, PlainText.Clean(body.Value.Name), key, agent.Name, now), ct);
        return result.Refused(out _, out var made) ? Problem.Of(409, "too-many-keys", "There are too many keys.", $"At most {PurposeKeysMapping.Most}. Take one away first.") : TypedResults.Created((string?)null, made);
    }

    private static async Task<Ok<SenderKeyList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new SenderKeyList(await db.PurposeKeysFor(PurposeKey.ProductLog, ct)));

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Id<PurposeKey> keyId, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return await writes.Write(db => db.RevokePurposeKey(PurposeKey.ProductLog, keyId, now), ct) ? TypedResults.NoContent() : Problem.NotFound;
    }
}

using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class TellEndpoint
{
    public static void MapTelling(this IEndpointRouteBuilder own) => own.MapPost("/facts/{key}", Tell);

    private static async Task<IResult> Tell(string key, Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted)
            return await answers.Refuse(visit, request, null, 422, ct);
        var (now, value, later) = (clock.Now, posted["value"], posted["later"] == "true");
        if (!later && string.IsNullOrWhiteSpace(value))
            return await answers.Done(visit, request, posted, ct); // nothing was written: the question stays
        if (FactKeys.Errors("/value", key, later ? "later" : value).Any())
            return await answers.Refuse(visit, request, null, 422, ct);

        if (later)
            await writes.Write(db => db.PromiseFact(visit.Customer.CaseId, visit.Caller, key, now), ct);
        else
            await writes.Write(db => db.TellFact(visit.Customer.CaseId, visit.Caller, key, value, now), ct);
        return await answers.Done(visit, request, posted, ct);
    }
}

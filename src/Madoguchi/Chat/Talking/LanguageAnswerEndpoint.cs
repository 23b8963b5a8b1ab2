using Madoguchi.Cases;
using Madoguchi.Handovers.Preferring;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class LanguageAnswerEndpoint
{
    public static void MapLanguageAnswer(this IEndpointRouteBuilder own) => own.MapPost("/language", Answer);

    private static async Task<IResult> Answer(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !bool.TryParse(posted["wait"], out var wait) || !Id<Handover>.TryParse(posted["handover"], null, out var handover))
            return await answers.Refuse(visit, request, null, 422, ct);
        var now = clock.Now;
        // Answered before, or the offer is gone meanwhile: the page says how it stands now.
        await writes.Write(db => db.AnswerLanguage(visit.Customer.CaseId, handover, wait, visit.Caller, now), ct);
        return await answers.Done(visit, request, posted, ct);
    }
}

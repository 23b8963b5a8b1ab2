using System.Text.Json;
using Madoguchi.Care.Folding;
using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Care.Setting;

public static class SettingEndpoint
{
    public static void MapCareSettings(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        agents.MapGet("/care/settings", Read).WithName("readCareSettings").WithSummary("By which words messages are folded, from which weight on, and the letters of the steps");
        administrators.MapPut("/care/settings", Set).WithName("setCareSettings").WithSummary("From which weight on words are folded; within how many open minutes a supervisor answers").ProducesProblem(422);
        administrators.MapPut("/care/lists/{list}/{language}", SetList).WithName("setCareList").WithSummary("Sets one list: the whole of it, each line a weight and a phrase. If-Match is honoured").ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
        administrators.MapDelete("/care/lists/{list}/{language}", Reset).WithName("resetCareList").WithSummary("The built-in list holds again").ProducesProblem(404);
        administrators.MapPost("/care/preview", Preview).WithName("previewCare").WithSummary("Why words would be folded, or not: by the lists that hold, or by one list as it would be").ProducesProblem(404).ProducesProblem(422);
        administrators.MapPut("/care/letters/{step}/{language}", SetLetter).WithName("setCareLetter").WithSummary("Sets the letter of one step").ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<Ok<CareHouse>> Read(Db db, CancellationToken ct) => TypedResults.Ok(await db.CareHouse(ct));

    private static async Task<Ok<CareSettingsView>> Set(Body<CareSettingsView> body, Writes writes, CareBooks books, CancellationToken ct)
    {
        await writes.Write(db => db.SetCare(body.Value), ct);
        books.Forget();
        return TypedResults.Ok(body.Value);
    }

    private static async Task<Results<Ok<CareListView>, ProblemHttpResult>> SetList(string list, string language, Body<CareListChange> body, HttpRequest request, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (Named<CareKind>(list) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return Problem.NotFound;
        var view = await writes.Write(db => db.SetCareList(known, language, body.Value.Lines, DeskEndpoint.IfMatch(request)), ct);
        books.Forget();
        return view is not null ? TypedResults.Ok(view) : Problem.Of(412, "changed-since", "Somebody else has changed this list meanwhile.", "Read it again and decide anew.");
    }

    private static async Task<Results<Ok<Explained>, ProblemHttpResult>> Preview(Body<CareTrial> body, Db db, CancellationToken ct)
    {
        var asked = body.Value;
        if (asked.Lines is null)
            return TypedResults.Ok(Explaining.Of(asked.Text, await db.CareBookWith(null, null, null, ct)));
        return Named<CareKind>(asked.List ?? "") is { } known && BuiltInPhrases.Languages.Contains(asked.Language) ? TypedResults.Ok(Explaining.Of(asked.Text, await db.CareBookWith(known, asked.Language, asked.Lines, ct))) : Problem.NotFound;
    }

    private static async Task<Results<Ok<CareListView>, ProblemHttpResult>> Reset(string list, string language, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (Named<CareKind>(list) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return Problem.NotFound;
        await writes.Write(db => db.BuiltInCareAgain(known, language), ct);
        books.Forget();
        return TypedResults.Ok(CareListView.Of(known, language, null));
    }

    private static async Task<Results<Ok<CareLetterView>, ProblemHttpResult>> SetLetter(string step, string language, Body<CareLetterChange> body, Writes writes, CancellationToken ct)
    {
        if (Named<CareStep>(step) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return Problem.NotFound;
        await writes.Write(db => db.SetCareLetter(known, language, body.Value.Text), ct);
        return TypedResults.Ok(new CareLetterView(known, language, PlainText.Clean(body.Value.Text), false));
    }

    /// <summary>As it stands in addresses: <c>supervisorOnly</c>.</summary>
    public static T? Named<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(k => JsonNamingPolicy.CamelCase.ConvertName(k.ToString()) == name).Select(k => (T?)k).FirstOrDefault();
}

using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public abstract class SolvingTests(App app)
{
    [Fact]
    public async Task A_solution_is_proposed_by_the_desk_and_confirmed_by_the_customer()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));

        Assert.Equal("proposed", (await hana.Post(theCase.Path + "/solution", new { outcome = "入れ直しで直りました" })).Was(200)["status"]);
        Assert.Equal("proposed", await theCase.Status());
        Assert.Equal("solved", (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200)["status"]);
        Assert.Equal("solved", (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200)["status"]);
        Assert.Equal(["solutionProposed", "solutionAnswered"], (await theCase.Kinds(theCase.Customer))[^2..]);
    }

    [Fact]
    public async Task Not_solved_goes_on_and_no_after_yes_opens_again()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(409);

        (await hana.Post(theCase.Path + "/solution", new { outcome = "done" })).Was(200);
        Assert.Equal("waitingForUs", (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = false })).Was(200)["status"]);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(409);

        (await hana.Post(theCase.Path + "/solution", new { outcome = "done now" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
        (await hana.Post(theCase.Path + "/solution", new { outcome = "again" })).Was(409);
        Assert.Equal("waitingForUs", (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = false })).Was(200)["status"]);
        Assert.Equal(["reopened", "solutionAnswered"], (await theCase.Kinds(theCase.Customer))[^2..]);
    }

    [Fact]
    public async Task Each_side_has_its_own_half()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        (await theCase.Customer.Post(theCase.Path + "/solution", new { outcome = "x" })).Was(404);
        (await app.As(cast.Mio).Post(theCase.Path + "/solution", new { outcome = "x" })).Was(404);
        (await app.As(cast.Hana).Post(theCase.Path + "/solution", new { outcome = " " })).Was(422);
        (await app.As(cast.Hana).Post(theCase.Path + "/solution", new { outcome = "x" })).Was(200);
        (await app.As(cast.Hana).Post(theCase.Path + "/solution/answer", new { solved = true })).Was(404);
        (await (await Opened.At(app, Cast.Account)).Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(404);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { })).Was(422);
        Assert.Equal("proposed", await theCase.Status());
    }

    [Fact]
    public async Task Two_taps_at_once_are_one_answer()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await hana.Post(theCase.Path + "/solution", new { outcome = "done" })).Was(200);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })));

        Assert.All(answers, a => a.Was(200));
        Assert.Single(await theCase.Kinds(hana), "solutionAnswered");
    }

    public sealed class OnSqlite(SqliteApp app) : SolvingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SolvingTests(app), IClassFixture<PostgresApp>;
}

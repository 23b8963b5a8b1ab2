namespace Madoguchi.Tests.Api;

public static partial class Rights
{
    // Articles in the making, the help centre, practice.
    private const string OfLearning = """
        listArticleDrafts   401       404    200   200      200       200         200            200        200
        readArticleDraft    401       404    200   200      200       200         200            200        200
        putArticleDraft     401       404    200   200      200       200         200            200        200
        dropArticleDraft    401       404    204   403      403       403         204            204        204
        askForReview        401       404    200   200      200       200         200            200        200
        decideArticleDraft  401       404    403   200      200       200         200            200        200
        listArticleVersions 401       404    200   200      200       200         200            200        200
        confirmArticle      401       404    200   200      200       200         200            200        200
        listStaleArticles   401       404    200   200      200       200         200            200        200
        listMissingSearches 401       404    200   200      200       200         200            200        200
        dismissSearch       401       404    204   204      204       204         204            204        204
        prepareArticleDraft 401       404    200   200      200       404         200            200        200
        searchHelp          200       200    200   200      200       200         200            200        200
        listPractice        401       404    200   200      200       200         200            200        200
        pickPractice        401       404    403   403      404       404         201            201        201
        retirePractice      401       404    403   403      403       403         204            204        204
        beginPractice       401       404    201   201      201       201         201            201        201
        readPracticeRun     401       404    200   404      404       404         404            404        404
        answerPractice      401       404    200   404      404       404         404            404        404
        notePractice        401       404    200   404      404       404         404            404        404
        """;
}

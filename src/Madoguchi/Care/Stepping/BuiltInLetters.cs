using Madoguchi.Cases;

namespace Madoguchi.Care.Stepping;

/// <summary>Calm words for each step. Each says what goes on being helped with; none names a verdict.</summary>
public static class BuiltInLetters
{
    public static string Of(CareStep step, string language) => (step, language is "ja") switch
    {
        (CareStep.Notice, true) => "お困りのことは、これからもこの窓口で承ります。ご用件をお聞きし、一つずつ確かめてまいります。\n担当者も安心してお手伝いできますよう、担当者個人に向けたお言葉はお控えくださいますよう、お願いいたします。",
        (CareStep.Notice, _) => "We go on helping you with your matter here: we listen to it and check one thing after the other.\nSo that the person who helps you can do their work, please leave out words that are aimed at them personally.",
        (CareStep.TwoPersons, true) => "お困りのことは、これからもこの窓口で承ります。今後は、確かにお手伝いできるよう、二人の担当者でお答えします。\nご用件はそのまま引き継いでおりますので、もう一度お話しいただく必要はありません。",
        (CareStep.TwoPersons, _) => "We go on helping you with your matter here. From now on two of us answer together, so that it is done with care.\nBoth have read your story: you need not repeat a word.",
        (CareStep.SupervisorOnly, true) => "お困りのことは、これからもこの窓口で承ります。今後のお返事は、責任者からいたします。\nご用件はそのまま引き継いでおりますので、もう一度お話しいただく必要はありません。お返事までお時間をいただくことがあります。",
        (CareStep.SupervisorOnly, _) => "We go on helping you with your matter here. From now on a supervisor answers you.\nThey have read your story: you need not repeat a word. An answer may take a little longer.",
        (CareStep.Ended, true) => "これまでのご連絡を、責任者がすべて読みました。この件についてのやりとりは、このお便りで終わりにさせていただきます。\nこれからこちらにいただくお便りは、責任者が目を通します。新しくお困りのことがあれば、別の用件として、いつでも承ります。保証やご返金など、すでにお約束したことは、そのままお守りします。",
        (CareStep.Ended, _) => "A supervisor has read everything that you have written. With this letter we end our correspondence about this matter.\nWhat you write here from now on is read by a supervisor. With anything new you may come to us at any time, as a matter of its own. Whatever was promised to you, a warranty or a refund, stays promised.",
    };
}

package dev.rapport.rules.learned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains one head by logistic regression with a quadratic penalty (OpenNLP's quasi-Newton trainer). The same lessons give
 * the same head: one thread, no chance in it.
 */
final class Teacher {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String ALWAYS = "*";
    private static final String DIMENSION = "~";
    private static final int FOLDS = 5;
    private static final int ITERATIONS = 120;
    /** A word that is seen less often says too little; of 3, 5 and 8 this was as good as any on talks held out. */
    private static final int LEAST_SEEN = 5;
    /** The strength of the penalty; 4 to 20 differ by less than a point of F1 on talks held out. */
    private static final double PENALTY = 10;
    /** How the embedding, of unit length, is weighed against words that are there or not. */
    private static final float EMBEDDING_SCALE = 3;
    private static final double REACHED = 0.99;
    /** Weights below this are left out; all of them together move no decision. */
    private static final double LEAST_WEIGHT = 0.02;

    private final Syllabus syllabus;
    private final List<Lesson> lessons;

    /** @throws IllegalArgumentException if hardly any lesson, or hardly any but such, is of the kind */
    Teacher(Syllabus syllabus, List<Lesson> lessons) {
        this.syllabus = syllabus;
        this.lessons = lessons.stream().filter(syllabus::teaches).toList();
        // the trainer would never end
        for (boolean is : List.of(true, false)) {
            if (this.lessons.stream().filter(lesson -> syllabus.isIt(lesson) == is).map(Teacher::fold).distinct()
                    .count() < 2) {
                throw new IllegalArgumentException("too few lessons of " + syllabus.head() + " are labelled "
                        + (is ? "so" : "otherwise"));
            }
        }
    }

    /** @param marks how it does on talks held out, by corpus, at each of {@link #PERCENTS} */
    record Taught(Head head, Map<String, List<Mark>> marks) {
    }

    /** Thresholds that rules may ask for. */
    private static final List<Integer> PERCENTS = List.of(30, 50, 75, 90);

    /** How often a head was right from so many percent on. */
    record Mark(int percent, int right, int wrong, int missed, int lessons) {

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }
    }

    private record Heldout(Lesson lesson, boolean is, double sum) {
    }

    Taught teach() {
        List<Heldout> heldout = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Head head = head(lessons.stream().filter(lesson -> fold(lesson) != held).toList(), 0);
            lessons.stream().filter(lesson -> fold(lesson) == held)
                    .forEach(lesson -> heldout.add(new Heldout(lesson, syllabus.isIt(lesson), sum(head, lesson))));
        }
        double half = best(heldout);
        Map<String, List<Mark>> marks = new HashMap<>();
        syllabus.labels().keySet().forEach(corpus -> {
            List<Heldout> of = heldout.stream().filter(each -> each.lesson.corpus().equals(corpus)).toList();
            marks.put(corpus, PERCENTS.stream().map(percent -> mark(of, half, percent)).toList());
        });
        return new Taught(head(lessons, half), marks);
    }

    private static int fold(Lesson lesson) {
        return Math.floorMod(lesson.group().hashCode(), FOLDS);
    }

    private static double sum(Head head, Lesson lesson) {
        return head.ofWords(lesson.unit().features()) + head.ofEmbedding(lesson.embedding());
    }

    /** Where F1 is highest. */
    private static double best(List<Heldout> heldout) {
        List<Heldout> falling = heldout.stream().sorted(Comparator.comparingDouble(each -> -each.sum)).toList();
        long all = heldout.stream().filter(Heldout::is).count();
        double best = 0;
        double at = 0;
        int right = 0;
        for (int i = 0; i < falling.size(); i++) {
            right += falling.get(i).is ? 1 : 0;
            double f1 = 2.0 * right / (i + 1 + all);
            if (f1 > best) {
                best = f1;
                at = falling.get(i).sum;
            }
        }
        return at;
    }

    private static Mark mark(List<Heldout> heldout, double half, int percent) {
        double from = half + Math.log(percent / (100.0 - percent));
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (Heldout each : heldout) {
            boolean said = each.sum >= from;
            right += said && each.is ? 1 : 0;
            wrong += said && !each.is ? 1 : 0;
            missed += !said && each.is ? 1 : 0;
        }
        return new Mark(percent, right, wrong, missed, heldout.size());
    }

    private Head head(List<Lesson> from, double half) {
        Map<String, Double> weights = weights(from);
        float[] embedding = new float[from.get(0).embedding().length];
        Map<String, Float> features = new HashMap<>();
        double bias = -half;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            String feature = weight.getKey();
            if (feature.equals(ALWAYS)) {
                bias += weight.getValue();
            } else if (feature.startsWith(DIMENSION)) {
                embedding[Integer.parseInt(feature.substring(1))] = weight.getValue().floatValue() * EMBEDDING_SCALE;
            } else if (Math.abs(weight.getValue()) >= LEAST_WEIGHT) {
                features.put(feature, weight.getValue().floatValue());
            }
        }
        Head head = new Head(syllabus.head(), bias, Double.MAX_VALUE, features, embedding);
        return new Head(head.name(), head.bias(), reach(head, from), features, embedding);
    }

    /** What the embedding adds to all but the hundredth of what the head is for. */
    private double reach(Head head, List<Lesson> from) {
        double[] adds = from.stream().filter(syllabus::isIt).mapToDouble(lesson -> head.ofEmbedding(lesson.embedding()))
                .sorted().toArray();
        return adds.length == 0 ? 0 : adds[(int) (REACHED * (adds.length - 1))];
    }

    private Map<String, Double> weights(List<Lesson> from) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.CUTOFF_PARAM, LEAST_SEEN);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, PENALTY);
        try {
            DataIndexer indexer = new OnePassRealValueDataIndexer();
            indexer.init(parameters, new HashMap<>());
            indexer.index(ObjectStreamUtils.createObjectStream(from.stream().map(this::event).toList()));
            QNTrainer trainer = new QNTrainer();
            trainer.init(parameters, new HashMap<>());
            Object[] structures = trainer.trainModel(ITERATIONS, indexer).getDataStructures();
            return differences((Map<?, ?>) structures[1], (String[]) structures[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two outcomes, by how much a feature speaks more for the one. */
    private static Map<String, Double> differences(Map<?, ?> contexts, String[] outcomes) {
        Map<String, Double> weights = new HashMap<>();
        contexts.forEach((feature, of) -> {
            Context context = (Context) of;
            double difference = 0;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                double weight = context.getParameters()[i];
                difference += outcomes[context.getOutcomes()[i]].equals(YES) ? weight : -weight;
            }
            weights.put((String) feature, difference);
        });
        return weights;
    }

    private Event event(Lesson lesson) {
        List<String> features = lesson.unit().features();
        int n = features.size();
        String[] names = new String[n + 1 + lesson.embedding().length];
        float[] values = new float[names.length];
        for (int i = 0; i < n; i++) {
            names[i] = features.get(i);
            values[i] = 1;
        }
        names[n] = ALWAYS;
        values[n] = 1;
        for (int i = 0; i < lesson.embedding().length; i++) {
            names[n + 1 + i] = DIMENSION + i;
            values[n + 1 + i] = lesson.embedding()[i] * EMBEDDING_SCALE;
        }
        return new Event(syllabus.isIt(lesson) ? YES : NO, names, values);
    }
}
